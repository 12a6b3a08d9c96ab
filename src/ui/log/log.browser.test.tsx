import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Id, KindName } from "#model/id.ts";
import { audienceOf, type Audience } from "#model/kinds/sharing-choice.ts";
import type { Store, StoredRecord } from "#store/store.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { saved } from "#ui/words/sync-status/saved.ts";
import { held, maisiesPerson } from "#tests/support/school-on-hand.ts";
import { holdRecords } from "#tests/support/browser/databases.ts";
import { pasteInto } from "#tests/support/browser/paste.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { firstAnswer } from "#tests/support/browser/stores.ts";

const entryOf = (words: string, at = Date.now()) =>
  held("log-entry", (draft) => draft.type("did", words), { by: maisiesPerson, at });

const sharedWith = (audience: Audience, entry: ReturnType<typeof entryOf>, at = Date.now()) =>
  held(
    "sharing-choice",
    (draft) => {
      draft.set("entry", entry.envelope.id as Id<"log-entry">);
      draft.set("sharedWith", audience);
      draft.set("replaces", []);
    },
    { by: maisiesPerson, at },
  );

const sharedWithTutor = (entry: ReturnType<typeof entryOf>) => sharedWith("tutor", entry);

/** What is stored of a kind now. */
const recordsOf = <K extends KindName>(store: Store, kind: K): Promise<readonly StoredRecord<K>[]> =>
  firstAnswer<readonly StoredRecord<K>[]>(
    (listener) => store.records.watchAll(kind, {}, listener),
    () => true,
  );

const firstQuestion = () => screen.findByRole("textbox", { name: "What did you do?" });

test("[L1] what is typed with no signal is there after a reload", async () => {
  const device = await openScreens("/log/new");
  device.server.cut(true);
  await userEvent.type(await firstQuestion(), "Hung two doors at the school");
  expect(screen.getByRole("textbox")).toHaveValue("Hung two doors at the school");
  await flushOpenEditors();
  await device.reload("/log");
  expect(await screen.findByText("Hung two doors at the school")).toBeVisible();
  expect(await screen.findByText("Waiting to send")).toBeVisible();
});

test.for([0, 5, 30, 120])(
  "each letter is kept, in one entry, typed with %i ms between them",
  async (delay) => {
    const words = "Hung two doors. Marked the hinges.";
    const device = await openScreens("/log/new");
    const field = await firstQuestion();
    await userEvent.setup({ delay }).type(field, words);
    expect(field).toHaveValue(words);
    await flushOpenEditors();
    await device.reload("/log");
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getAllByRole("article")).toHaveLength(1);
  },
);

test.for(["Done", "Close"])(
  "[L6] “%s” leads on once the words and who sees them are durable, and not before",
  async (way) => {
    const device = await openScreens("/log/new");
    const field = await firstQuestion();
    const letGo = await holdRecords(maisiesPerson);
    await userEvent.type(field, "Hung two doors");
    await userEvent.click(screen.getByRole("button", { name: way }));
    expect(await screen.findByText(saved.saving)).toBeVisible();
    expect(screen.getByRole("textbox")).toHaveValue("Hung two doors");

    letGo();
    expect(await screen.findByRole("heading", { name: "My log" })).toBeVisible();
    const entries = await recordsOf(device.store, "log-entry");
    expect(entries.map(({ value }) => value.did)).toEqual(["Hung two doors"]);
    const choices = await recordsOf(device.store, "sharing-choice");
    expect(choices.map(({ value }) => [value.entry, value.sharedWith])).toEqual([[entries[0]?.id, "tutor"]]);
  },
);

test(
  "[L6] a long entry whose words are still moving on is shared with all of its parts",
  { timeout: 60_000 },
  async () => {
    const device = await openScreens("/log/new");
    await firstQuestion();
    const letGo = await holdRecords(maisiesPerson);
    await pasteInto("What did you do?", longWords(24_000));
    await userEvent.click(screen.getByRole("button", { name: "Done" }));
    letGo();
    expect(await screen.findByRole("heading", { name: "My log" })).toBeVisible();
    const entries = await recordsOf(device.store, "log-entry");
    const choices = await recordsOf(device.store, "sharing-choice");
    expect(entries.length).toBeGreaterThan(1);
    expect(new Set(choices.map(({ value }) => value.entry))).toEqual(new Set(entries.map(({ id }) => id)));
    expect(choices).toHaveLength(entries.length);
  },
);

test("every prompt may be skipped, and answers given to some are all kept", async () => {
  await openScreens("/log/new");
  await userEvent.type(await firstQuestion(), "Made a shelf");
  await userEvent.click(screen.getByRole("button", { name: "Next question" }));
  await screen.findByRole("textbox", { name: "What did you learn?" });
  await userEvent.click(screen.getByRole("button", { name: "Skip" }));
  await userEvent.type(
    await screen.findByRole("textbox", { name: "How did you learn it?" }),
    "Gaz showed me",
  );
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await userEvent.click(await screen.findByRole("link", { name: /Made a shelf/ }));
  expect(await screen.findByText("Gaz showed me")).toBeVisible();
  expect(screen.queryByText("What did you learn?")).toBeNull();
});

/** As long as a book for children, each sentence its own. */
const longWords = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `Sentence number ${at} of my day.${at % 7 === 6 ? "\n" : " "}`,
  ).join("");

const settled = () =>
  waitFor(() => expect(screen.getByText(/Saved on this/)).toBeVisible(), { timeout: 20_000 });

test(
  "[M14] a paste of any length is kept whole, sent, shared and read as one entry",
  { timeout: 60_000 },
  async () => {
    const words = longWords(24_000);
    expect(words.length).toBeGreaterThan(700_000);
    const device = await openScreens("/log/new");
    await pasteInto("What did you do?", words);
    expect(await screen.findByText(/You are in part 4 of 4/, {}, { timeout: 20_000 })).toBeVisible();
    await settled();
    await userEvent.type(await firstQuestion(), "The end");
    await flushOpenEditors();
    await userEvent.click(screen.getByRole("button", { name: "Done" }));
    expect(await screen.findAllByRole("article")).toHaveLength(1);
    expect(await device.store.sync.sendNow()).toMatchObject({ unsent: 0, refused: 0 });
    await device.reload("/log");
    expect(await screen.findAllByRole("article")).toHaveLength(1);
    expect(screen.getByText("1 entry so far.", { exact: false })).toBeVisible();
    expect(await screen.findByText("Farida Iqbal")).toBeVisible();
    await userEvent.click(await screen.findByRole("link", { name: /Sentence number 0 / }));
    const read = await screen.findByText(
      (_, element) => element?.tagName === "P" && element.textContent === `${words}The end`,
    );
    expect(read).toBeVisible();
    const { records } = device.store;
    const { promise, resolve } = Promise.withResolvers<readonly unknown[]>();
    const stop = records.watchAll("log-entry", {}, resolve);
    const parts = await promise;
    stop();
    expect(parts).toHaveLength(4);
  },
);

test(
  "[M14] words put into the middle of a full entry are kept, and what stood behind them follows",
  { timeout: 60_000 },
  async () => {
    const before = longWords(8_000);
    const entry = entryOf(before);
    const device = await openScreens(`/log/${entry.envelope.id}/write`, [entry, sharedWithTutor(entry)]);
    await waitFor(() => expect(screen.getByRole("textbox")).toHaveValue(before));
    const field = screen.getByRole("textbox");
    const middle = before.indexOf("Sentence number 100 ");
    const added = "And then the rain came. ".repeat(2000);
    await act(async () => {
      fireEvent.change(field, { target: { value: before.slice(0, middle) + added + before.slice(middle) } });
    });
    expect(await screen.findByText(/You are in part 1 of 2/, {}, { timeout: 20_000 })).toBeVisible();
    await settled();
    await userEvent.click(screen.getByRole("button", { name: "Done" }));
    const whole = before.slice(0, middle) + added + before.slice(middle);
    expect(
      await screen.findByText((_, element) => element?.tagName === "P" && element.textContent === whole),
    ).toBeVisible();
    expect(await device.store.sync.sendNow()).toMatchObject({ unsent: 0, refused: 0 });
  },
);

test("[A7] a new entry is its author's alone until it is done, and says who will see it then", async () => {
  await openScreens("/log/new");
  await userEvent.type(await firstQuestion(), "Made a shelf");
  expect(screen.getByRole("button", { name: /Farida Iqbal can see when you are done/ })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await screen.findByRole("article");
  expect(await screen.findByText("Farida Iqbal")).toBeVisible();
});

test("[A7] an entry switched to only me says so, and what that means", async () => {
  const entry = entryOf("My first day");
  const device = await openScreens(`/log/${entry.envelope.id}`, [entry, sharedWithTutor(entry)]);
  await userEvent.click(await screen.findByRole("button", { name: /Farida Iqbal can see/ }));
  expect(await screen.findByText("Only you.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Only me" }));
  expect(await screen.findByRole("button", { name: /Only me/ })).toBeVisible();
  await device.reload("/log");
  await screen.findByText("My first day");
  expect(await screen.findByText("Only me")).toBeVisible();
});

test("[L2] a new entry starts with the audience chosen last", async () => {
  const device = await openScreens("/log/new");
  await userEvent.type(await firstQuestion(), "Private thoughts");
  await userEvent.click(screen.getByRole("button", { name: /can see/ }));
  await userEvent.click(await screen.findByRole("button", { name: "Only me" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await screen.findByRole("article");
  await device.reload("/log/new");
  await firstQuestion();
  expect(await screen.findByRole("button", { name: /Only me/ })).toBeVisible();
});

test("[L7] “only me” is kept as soon as it is chosen, before the entry is done", async () => {
  const device = await openScreens("/log/new");
  await userEvent.click(await screen.findByRole("button", { name: /can see/ }));
  await userEvent.click(await screen.findByRole("button", { name: "Only me" }));
  await userEvent.type(await firstQuestion(), "Private thoughts");
  await flushOpenEditors();
  const audiences = async () =>
    (await recordsOf(device.store, "sharing-choice")).map(({ value }) => value.sharedWith);
  await expect.poll(audiences).toEqual(["only-me"]);

  await userEvent.click(await screen.findByRole("button", { name: /Only me/ }));
  await userEvent.click(await screen.findByRole("button", { name: "Let Farida Iqbal see it" }));
  expect(await screen.findByRole("button", { name: /Farida Iqbal can see when you are done/ })).toBeVisible();
  expect(await audiences()).toEqual(["only-me"]);
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await screen.findByRole("article");
  expect(await screen.findByText("Farida Iqbal")).toBeVisible();
});

test("[L7] a new entry that was opened again is for whom it was kept, whatever was chosen for another since", async () => {
  const [entry, later] = [entryOf("Private thoughts"), entryOf("Hung two doors")];
  const hourAgo = Date.now() - 3_600_000;
  const choices = [sharedWith("only-me", entry, hourAgo), sharedWith("tutor", later)];
  await openScreens(`/log/new?entry=${entry.envelope.id}`, [entry, later, ...choices]);
  expect(await screen.findByDisplayValue("Private thoughts")).toBeVisible();
  expect(await screen.findByRole("button", { name: /^Only me/ })).toBeVisible();
});

test("a new entry that was left, and so shared, says who can see it when one comes back to it", async () => {
  const entry = entryOf("Half a thought");
  const address = `/log/new?entry=${entry.envelope.id}`;
  const device = await openScreens(address, [entry, sharedWithTutor(entry)]);
  await userEvent.click(await screen.findByRole("button", { name: /^Farida Iqbal can see Change$/ }));
  await userEvent.click(await screen.findByRole("button", { name: "Only me" }));
  expect(await screen.findByRole("button", { name: /Only me/ })).toBeVisible();
  const choices = await recordsOf(device.store, "sharing-choice");
  expect(audienceOf(choices)).toBe("only-me");
});

test("[L4] removing an entry can be undone", async () => {
  const entry = entryOf("Swept the floor");
  await openScreens(`/log/${entry.envelope.id}`, [entry]);
  await userEvent.click(await screen.findByRole("button", { name: "Remove" }));
  expect(await screen.findByText(/You removed this entry/)).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Swept the floor")).toBeVisible();
});

test("finding narrows the log to entries that hold every word", async () => {
  await openScreens("/log", [entryOf("Cut a joint"), entryOf("Got the early bus")]);
  await screen.findByText("Cut a joint");
  await userEvent.click(screen.getByRole("button", { name: "Find" }));
  await userEvent.type(await screen.findByRole("searchbox", { name: "Find in my log" }), "early");
  expect(await screen.findByText("1 entry found")).toBeVisible();
  expect(screen.queryByText("Cut a joint")).toBeNull();
});

test("a log of thousands draws only what is in view", async () => {
  const many = Array.from({ length: 2000 }, (_, at) =>
    entryOf(`Entry number ${at}`, Date.now() - at * 3_600_000),
  );
  await openScreens("/log", many);
  expect(await screen.findByText("Entry number 0")).toBeVisible();
  expect(screen.getAllByRole("article").length).toBeLessThan(40);
});
