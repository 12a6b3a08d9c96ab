import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test } from "vitest";
import type { Id } from "#model/id.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { everythingReadableOf } from "#tests/support/browser/databases.ts";
import type { StoredRecord } from "#store/store.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { firstAnswer } from "#tests/support/browser/stores.ts";
import { held, iqbal, iqbalsAccount, maisiesAccount, maisiesPerson } from "#tests/support/school-on-hand.ts";

const words = "Nobody should read this";
const title = "Delete this entry for ever?";

const entryOf = (said: string, continues?: Id<"log-entry">) =>
  held(
    "log-entry",
    (draft) => {
      draft.type("did", said);
      if (continues) draft.set("continues", continues);
    },
    { by: maisiesPerson },
  );

const commentOn = (about: Id, said: string, by = iqbal) =>
  held(
    "comment",
    (draft) => {
      draft.set("about", about as Id<"log-entry">);
      draft.type("words", said);
    },
    { by },
  );

/** Removes the entry that is open, and asks for it to be deleted for ever. */
async function askToDelete() {
  await userEvent.click(await screen.findByRole("button", { name: "Remove" }));
  await userEvent.click(await screen.findByRole("button", { name: "Delete for ever" }));
  return within(await screen.findByRole("alertdialog", { name: title }));
}

const isClear = async () => expect((await axe.run(document.body)).violations).toEqual([]);

test("[A18] deleting for ever says what happens, and can be left with everything as it was", async () => {
  const entry = entryOf(words);
  await openScreens(`/log/${entry.envelope.id}`, [entry]);
  const dialog = await askToDelete();
  expect(dialog.getByText(words)).toBeVisible();
  expect(dialog.getByText(/Nobody can bring them back/)).toBeVisible();
  expect(dialog.getByText(/They go from this (phone|tablet|computer) now/)).toBeVisible();
  expect(dialog.getByText("A closed review keeps what was agreed in it.")).toBeVisible();
  await isClear();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("alertdialog", { name: title })).toBeNull());
  await waitFor(() => expect(screen.getByRole("button", { name: "Delete for ever" })).toHaveFocus());
  await userEvent.click(screen.getByRole("button", { name: "Bring it back" }));
  expect(await screen.findByText(words)).toBeVisible();
});

test("[A18] with no signal the words are gone from this device at once, and the status line says that it waits", async () => {
  const first = entryOf(`${words}, `);
  const more = entryOf("nor the rest of it", first.envelope.id as Id<"log-entry">);
  const mine = commentOn(first.envelope.id, `${words}, I say`, maisiesPerson);
  const device = await openScreens(`/log/${first.envelope.id}`, [first, more, mine]);
  device.server.cut(true);
  const dialog = await askToDelete();
  expect(dialog.getByText("What you said about it goes too.")).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Delete for ever" }));
  expect(await screen.findByText("Put down your first stone")).toBeVisible();
  await userEvent.click(screen.getByRole("link", { name: "Today" }));
  expect(await screen.findByRole("link", { name: /1 thing waiting/ })).toBeVisible();
  const kept = await everythingReadableOf(maisiesPerson);
  expect(kept).not.toContain(words);
  expect(kept).not.toContain("nor the rest");
  device.server.cut(false);
  expect(await device.store.sync.sendNow()).toMatchObject({ unsent: 0, refused: 0 });
  await device.reload(`/log/${first.envelope.id}`);
  expect(await screen.findByText(/You deleted this entry for ever/)).toBeVisible();
  expect(await everythingReadableOf(maisiesPerson)).not.toContain(words);
  await isClear();
});

test("[L5] what was removed is listed until it is brought back or deleted for ever", async () => {
  const [kept, removed] = [entryOf("Swept the floor"), entryOf("Oops")];
  const device = await openScreens(`/log/${removed.envelope.id}`, [kept, removed]);
  await userEvent.click(await screen.findByRole("button", { name: "Remove" }));
  await screen.findByText(/You removed this entry/);
  await device.reload("/log");
  await userEvent.click(await screen.findByRole("link", { name: "1 removed entry" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Removed entries" })).toBeVisible();
  await isClear();
  await userEvent.click(await screen.findByRole("link", { name: "Oops" }));
  await userEvent.click(await screen.findByRole("button", { name: "Bring it back" }));
  await device.reload("/log/removed");
  expect(await screen.findByText("Nothing is removed")).toBeVisible();
});

test("[A18] where the server does not allow it, the person reads that it was not deleted everywhere", async () => {
  const entry = entryOf(words);
  const device = await openScreens(`/log/${entry.envelope.id}`, [entry]);
  const dialog = await askToDelete();
  await device.store.sync.sendNow();
  device.server.refuse({ code: "not-allowed" });
  await userEvent.click(dialog.getByRole("button", { name: "Delete for ever" }));
  await device.store.sync.sendNow();
  await device.reload("/saved");
  expect(await screen.findByText(/This was not deleted everywhere/)).toBeVisible();
  expect(screen.getByRole("heading", { name: "Something you deleted for ever" })).toBeVisible();
  await isClear();
});

test("[A18] an entry deleted elsewhere while its tutor reads it says so, and what was said about it stays", async () => {
  const entry = entryOf(words);
  const said = commentOn(entry.envelope.id, "Well done");
  const device = await openScreens(`/log/${entry.envelope.id}`, [entry, said], iqbalsAccount);
  expect(await screen.findByText(words)).toBeVisible();
  device.server.erase(entry.envelope.id);
  await device.store.sync.sendNow();
  expect(await screen.findByText(/It may be deleted, or not shared with you any more/)).toBeVisible();
  expect(screen.queryByText(words)).toBeNull();
  expect(await screen.findByText("Well done")).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(await everythingReadableOf(iqbal)).not.toContain(words);
  await isClear();
});

test("[A18] an entry deleted elsewhere while its author writes in it is not there to write in any more", async () => {
  const entry = entryOf(words);
  const device = await openScreens(`/log/${entry.envelope.id}/write`, [entry]);
  await waitFor(() => expect(screen.getByRole("textbox")).toHaveValue(words));
  device.server.erase(entry.envelope.id);
  await device.store.sync.sendNow();
  expect(await screen.findByText(/This entry is not on this device/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
  await waitFor(async () => expect(await everythingReadableOf(maisiesPerson)).not.toContain(words));
});

test("[A18] words deleted elsewhere are not left in the box where their author wrote them", async () => {
  const entry = entryOf("Swept the floor");
  const device = await openScreens(`/log/${entry.envelope.id}`, [entry], iqbalsAccount);
  await userEvent.type(await screen.findByRole("textbox"), words);
  await flushOpenEditors();
  await device.store.sync.sendNow();
  const said = await firstAnswer<readonly StoredRecord<"comment">[]>(
    (listener) => device.store.records.watchAll("comment", {}, listener),
    ({ length }) => length === 1,
  );
  await device.store.sync.sendNow();
  for (const { id } of said) device.server.erase(id);
  await device.store.sync.sendNow();
  await waitFor(() => expect(screen.getByRole("textbox")).toHaveValue(""));
  expect(await screen.findByText(/It may have been taken away/)).toBeVisible();
  expect(await everythingReadableOf(iqbal)).not.toContain(words);
});

test("[A18] what one said is deleted for ever once it is taken back", async () => {
  const target = held("target", (draft) => draft.type("what", "Be on time"));
  const said = commentOn(target.envelope.id, words, maisiesPerson);
  await openScreens(`/plan/target/${target.envelope.id}`, [target, said]);
  await userEvent.click(await screen.findByRole("button", { name: "Take it back" }));
  await userEvent.click(await screen.findByRole("button", { name: "1 comment you took back" }));
  await isClear();
  await userEvent.click(screen.getByRole("button", { name: "Delete for ever" }));
  const dialog = within(await screen.findByRole("alertdialog", { name: "Delete for ever what you said?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Delete for ever" }));
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(screen.queryByRole("button", { name: "1 comment you took back" })).toBeNull();
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
  expect(await everythingReadableOf(maisiesAccount.person)).not.toContain(words);
});
