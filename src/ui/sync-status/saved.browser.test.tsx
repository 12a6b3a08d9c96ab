import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import type { Id } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { held, maisiesAccount } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { wordsForProblem } from "#ui/words/problems.ts";
import { firstAnswer } from "#tests/support/browser/stores.ts";
import type { OpenScreens } from "#tests/support/browser/screens.tsx";

const target = held("target", (draft) => draft.type("what", "Be on time"));

/** Writes an entry on this device and lets it be sent, or refused. */
async function write(on: OpenScreens, words: string): Promise<void> {
  const { learner } = maisiesAccount;
  const outcome = await on.store.records.create("log-entry", learner ? { learner } : {}, (draft) =>
    draft.type("did", words),
  );
  expect(outcome.ok).toBe(true);
  await on.store.sync.sendNow();
}

test("[S10] what waits is listed by its words, and offline is no fault", async () => {
  const device = await openScreens("/saved");
  device.server.cut(true);
  await write(device, "Hung two doors");
  expect(await screen.findByText("Hung two doors")).toBeVisible();
  expect(screen.getByText("No signal here. That is fine. Keep going.")).toBeVisible();
  expect(screen.getByText("1 entry waiting")).toBeVisible();
});

test("[S16] a long entry that is shared waits as one entry: in the status line, behind it and on signing out", async () => {
  const device = await openScreens("/saved");
  device.server.cut(true);
  const { learner } = maisiesAccount;
  const about = learner ? { learner } : {};
  const parts = await device.store.records.createAll(
    "log-entry",
    about,
    ["Hung two doors, ", "then two more, ", "then the last"].map((words) => (before) => (draft) => {
      draft.type("did", words);
      if (before) draft.set("continues", before);
    }),
  );
  const [head] = parts.ok ? parts.value : [];
  await device.store.records.create("sharing-choice", about, (draft) => {
    draft.set("entry", head);
    draft.set("sharedWith", "tutor");
  });
  expect(await screen.findByText("1 entry waiting")).toBeVisible();
  expect(await screen.findByText("Hung two doors,")).toBeVisible();
  expect(screen.queryByText(/then/)).toBeNull();
  expect(device.store.sync.status().unsent).toBe(4);

  await device.reload("/me");
  expect(await screen.findByRole("link", { name: /1 entry waiting/ })).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Sign out" }));
  await userEvent.click(
    within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Sign out" }),
  );
  expect(await screen.findByRole("alertdialog", { name: "1 entry could not be sent" })).toBeVisible();
  await userEvent.keyboard("{Escape}");

  // Its last part alone is still that entry, though what leads to it is sent.
  device.server.cut(false);
  expect(await device.store.sync.sendNow()).toMatchObject({ unsent: 0, waiting: [] });
  device.server.cut(true);
  const [, , last] = parts.ok ? parts.value : [];
  if (last) await device.store.records.change(last, (draft) => draft.type("did", "!"));
  expect(await device.store.sync.sendNow()).toMatchObject({
    unsent: 1,
    waiting: [{ name: "entry", shown: head }],
  });
});

test("[S4] what was refused stays with its words and the reason until its writer chooses", async () => {
  const device = await openScreens("/saved", [target]);
  device.server.refuse({ code: "not-allowed" });
  await write(device, "Hung two doors");
  const card = within(await screen.findByRole("article"));
  expect(card.getByText("Hung two doors")).toBeVisible();
  expect(card.getByText(/You can’t add to this any more/)).toBeVisible();
  expect((await axe.run(document.body)).violations).toEqual([]);

  await userEvent.click(card.getByRole("button", { name: "Take it off this list" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Take it off" }));
  await waitFor(() => expect(screen.queryByText("Hung two doors")).toBeNull());
});

test("[S4] what cannot be taken off the list, since the disk does not answer, says so and stays", async () => {
  const device = await openScreens("/saved", [target]);
  device.server.refuse({ code: "not-allowed" });
  await write(device, "Hung two doors");
  await userEvent.click(await screen.findByRole("button", { name: "Take it off this list" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  // As when this person signs out in another tab.
  await device.store.close();
  await userEvent.click(dialog.getByRole("button", { name: "Take it off" }));
  const name = wordsForProblem({ code: "storage-failed" });
  expect(await screen.findByRole("alertdialog", { name })).toBeVisible();
  expect(screen.getAllByText("Hung two doors")[0]).toBeInTheDocument();
});

test("[S4] refused words are sent as one comment, however often that is pressed, and a copy that fails says so", async () => {
  const device = await openScreens("/saved", [target]);
  device.server.refuse({ code: "not-allowed" });
  const targetId = target.envelope.id as Id<"target">;
  await device.store.records.change(targetId, (draft) => draft.type("what", " Mine"));
  await device.store.sync.sendNow();
  const clipboard = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no"));
  await userEvent.click(await screen.findByRole("button", { name: "Copy the words" }));
  expect(await screen.findByRole("alertdialog", { name: /^This browser did not copy/ })).toBeVisible();
  clipboard.mockRestore();

  device.server.refuse(undefined);
  await userEvent.dblClick(screen.getByRole("button", { name: "Send the words as a comment" }));
  await waitFor(() => expect(screen.queryByRole("article")).toBeNull());
  const comments = await firstAnswer<readonly StoredRecord<"comment">[]>(
    (listener) => device.store.records.watchAll("comment", {}, listener),
    () => true,
  );
  expect(comments).toHaveLength(1);
});

test("[S4] what was refused can be sent once more", async () => {
  const device = await openScreens("/saved");
  device.server.refuse({ code: "server-failed" });
  await write(device, "Hung two doors");
  const again = await screen.findByRole("button", { name: "Try again" });
  device.server.refuse(undefined);
  await userEvent.click(again);
  await device.store.sync.sendNow();
  await waitFor(() => expect(screen.queryByRole("article")).toBeNull());
  await device.reload("/log");
  expect(await screen.findByText("Hung two doors")).toBeVisible();
  await waitFor(() => expect(screen.queryByText("Waiting to send")).toBeNull());
});
