import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test } from "vitest";
import { typedFieldLength } from "#model/record/room.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { pasteInto } from "#tests/support/browser/paste.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

test("[M14] a full box says so by itself, keeps what is in it and the place in it, and takes words again once there is room", async () => {
  const device = await openScreens("/plan?change=me");
  const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "I am good at" });
  const most = "I can saw. ".repeat(2000).slice(0, typedFieldLength);
  await userEvent.click(box);
  await userEvent.paste(most);
  expect(box).toHaveValue(most);
  expect(box).toBeValid();
  box.setSelectionRange(10, 10);
  await userEvent.keyboard("!");
  expect(box).toHaveValue(most);
  expect(box.selectionEnd).toBe(10);
  expect(box).toHaveAccessibleDescription(/That does not fit in this box\. The words in it are safe/);
  const spoken = () => document.querySelector(".vh [aria-live]:not(:empty)");
  await waitFor(() => expect(spoken()?.textContent).toMatch(/That does not fit in this box/));
  await userEvent.paste("More than fits");
  expect(box).toHaveValue(most);
  expect((await axe.run(document.body)).violations).toEqual([]);
  await userEvent.keyboard("{Backspace}{Backspace}");
  await userEvent.keyboard("!");
  await waitFor(() => expect(box).toBeValid());
  expect(box).toHaveValue(`${most.slice(0, 8)}!${most.slice(10)}`);
  await flushOpenEditors();
  expect(await device.store.sync.sendNow()).toMatchObject({ unsent: 0, refused: 0 });
});

test("[M14] a paste that is too long for a new thing makes nothing, and says so", async () => {
  await openScreens("/plan/target/new");
  const [box] = await screen.findAllByRole("textbox");
  if (!box) throw new Error("no box");
  await userEvent.click(box);
  await userEvent.paste("a".repeat(typedFieldLength + 1));
  expect(box).toHaveValue("");
  expect(box).toHaveAccessibleDescription(/That does not fit in this box/);
});

test("[M14] a comment of any length goes on in comments that follow it, and is sent", async () => {
  const device = await openScreens("/plan");
  const words = "Well done with the drawing. ".repeat(12_000);
  await pasteInto("Say something", words);
  await waitFor(() => expect(document.querySelectorAll(".coms q")).toHaveLength(2), { timeout: 15_000 });
  const said = [...document.querySelectorAll(".coms q")].map((comment) => comment.textContent);
  expect(said.join("")).toBe(words);
  expect(screen.getByRole("textbox", { name: "Say something" })).toHaveFocus();
  await flushOpenEditors();
  expect(await device.store.sync.sendNow()).toMatchObject({ unsent: 0, refused: 0 });
});
