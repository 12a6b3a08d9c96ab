import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import { no, yes } from "#model/outcome.ts";
import { toasts } from "#ui/kit/overlay/toasts.ts";
import { addOpenEditor } from "#ui/open-editors.ts";
import { useScreenState } from "#ui/screen-state.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

beforeEach(() => {
  toasts.clear();
  useScreenState.setState({ update: undefined });
});

/** Opens a page while a new app waits. What is returned is empty until that app is called for. */
async function whileOneWaits(): Promise<readonly "called"[]> {
  await openScreens("/me");
  const calls: "called"[] = [];
  useScreenState.setState({ update: () => void calls.push("called") });
  await screen.findByRole("region", { name: "A new Waymark is ready" });
  return calls;
}

test("a new app is called for only once everything typed is durable, and what is not is said", async () => {
  const calls = await whileOneWaits();
  let isFull = true;
  const close = addOpenEditor({
    flush: () => Promise.resolve(isFull ? no("storage-full") : yes(true)),
  });
  await userEvent.click(screen.getByRole("button", { name: "Use it now" }));
  const toast = await screen.findByRole("alertdialog");
  expect(toast).toHaveTextContent("Something is not saved yet. Try again in a moment.");
  expect(calls).toEqual([]);

  isFull = false;
  await userEvent.click(screen.getByRole("button", { name: "Use it now" }));
  await waitFor(() => expect(calls).toEqual(["called"]));
  close();
});

test("a new app can be put off, and is in nobody's way", async () => {
  const calls = await whileOneWaits();
  expect((await axe.run(document.body)).violations).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Later" }));
  expect(screen.queryByText("A new Waymark is ready")).toBeNull();
  expect(calls).toEqual([]);
});
