import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, onTestFinished, test } from "vitest";
import { cdp } from "vitest/browser";
import type { StoredRecord } from "#store/store.ts";
import { holdRecords } from "#tests/support/browser/databases.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import type { OpenScreens } from "#tests/support/browser/screens.tsx";
import { firstAnswer } from "#tests/support/browser/stores.ts";
import { maisiesPerson } from "#tests/support/school-on-hand.ts";

const words = "Ask Gaz for the long level";

const commentBox = () => screen.findByRole("textbox", { name: "Say something" });

/** On paper, or on the screen again. */
const shownOn = async (media: "print" | ""): Promise<void> =>
  void (await cdp().send("Emulation.setEmulatedMedia", { media }));

async function saidOn({ store }: OpenScreens): Promise<readonly string[]> {
  const comments = await firstAnswer<readonly StoredRecord<"comment">[]>(
    (listener) => store.records.watchAll("comment", {}, listener),
    () => true,
  );
  return comments.map(({ value }) => value.words);
}

test("“Done” keeps the words in the box until they are durable, and empties it then", async () => {
  const device = await openScreens("/plan");
  const box = await commentBox();
  const letGo = await holdRecords(maisiesPerson);
  await userEvent.type(box, words);
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(await commentBox()).toHaveValue(words);

  letGo();
  await waitFor(async () => expect(await commentBox()).toHaveValue(""));
  expect(await saidOn(device)).toEqual([words]);
});

test("words typed while a slow disk begins the record are kept whole when their page is left", async () => {
  const device = await openScreens("/plan");
  const box = await commentBox();
  const letGo = await holdRecords(maisiesPerson);
  await userEvent.type(box, words);
  await userEvent.click(screen.getByRole("link", { name: "Me" }));
  await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());

  letGo();
  await waitFor(async () => expect(await saidOn(device)).toEqual([words]));
});

test("after “Done” by keys the next key goes on in the box, and a tap brings no keyboard up", async () => {
  await openScreens("/plan");
  await userEvent.type(await commentBox(), words);
  (await screen.findByRole("button", { name: "Done" })).focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(async () => expect(await commentBox()).toHaveValue(""));
  expect(await commentBox()).not.toHaveFocus();
  await userEvent.tab();
  expect(await commentBox()).toHaveFocus();
});

test("a comment box is printed with words in it, and an empty one is not", async () => {
  await openScreens("/plan");
  const box = await commentBox();
  await shownOn("print");
  onTestFinished(() => shownOn(""));
  expect(box).not.toBeVisible();
  await shownOn("");
  await userEvent.type(box, words);
  await shownOn("print");
  expect(box).toBeVisible();
});
