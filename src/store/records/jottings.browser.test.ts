import { afterEach, expect, test, vi } from "vitest";
import type { Id, PersonId } from "#model/id.ts";
import { createId, learnerOfPerson } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { createState } from "#model/record/record.ts";
import { signOut, whoIsHere } from "#store/account.ts";
import { bytesToText } from "#store/database/documents/base64.ts";
import { deleteDatabases } from "#store/database/delete-databases.ts";
import { jottingsPrefix, lastJottingsPrefix } from "#store/database/names.ts";
import { createDeviceDatabase } from "#store/device-database.ts";
import { openStore } from "#store/open-store.ts";
import type { StoreOptions } from "#store/open-store.ts";
import type { Store, StoredRecord } from "#store/store.ts";
import { holdRecords, newPerson } from "#tests/support/browser/databases.ts";
import { firstAnswer, learnerAccount, silence, unreachable } from "#tests/support/browser/stores.ts";
import { openTab } from "#tests/support/browser/tabs.ts";
import type { Tab } from "#tests/support/browser/tabs.ts";
import { toySealing } from "#tests/support/toy-sealing.ts";
import { patience } from "#tests/support/patience.ts";

type EntryId = Id<"log-entry">;

const open: (Store | Tab)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const each of open.splice(0)) await ("kill" in each ? each.kill() : each.close());
  localStorage.clear();
});

async function storeOf(person: PersonId, options: StoreOptions = {}, tab?: Tab): Promise<Store> {
  const openHere = tab?.openStore ?? openStore;
  const ground = { transport: unreachable, hangDoorbell: silence, ...options };
  const opened = await openHere(learnerAccount(person), ground);
  if (!opened.ok) throw new Error(opened.problem.code);
  if (!tab) open.push(opened.value);
  return opened.value;
}

/** A store in a tab of its own, which can be killed. */
async function storeInTab(person: PersonId, options: StoreOptions = {}) {
  const tab = await openTab();
  open.push(tab);
  const store = await storeOf(person, options, tab);
  return { store, kill: () => open.splice(open.indexOf(tab), 1) && tab.kill() };
}

const typing =
  (words: string) =>
  (draft: { type(name: "did", words: string): void }): void =>
    draft.type("did", words);

const jotted = (person: PersonId): readonly string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(jottingsPrefix(person)));

/** What the entry says, once it says as much as wanted. */
const wordsOf = (store: Store, id: EntryId, wanted: string): Promise<string | undefined> =>
  firstAnswer<StoredRecord<"log-entry"> | undefined>(
    (listener) => store.records.watch(id, listener),
    (record) => record?.value.did === wanted,
  ).then((record) => record?.value.did);

/** Begins an entry and types on while the disk is busy, jots that down, and kills the tab. */
async function killedInMidWord(person: PersonId, options: StoreOptions = {}): Promise<EntryId> {
  const { store, kill } = await storeInTab(person, options);
  const editor = await store.records.begin("log-entry", { learner: learnerOfPerson(person) });
  editor.change(typing("We hung"));
  await editor.flush();
  const letGo = await holdRecords(person);
  editor.change(typing("We hung two doors"));
  expect(store.records.unsaved.isAny()).toBe(true);
  store.records.unsaved.jot();
  kill();
  letGo();
  return editor.id;
}

test("[L8] what was jotted down when its tab went away is in the record at the next start, once, and nowhere else", async () => {
  const person = newPerson();
  const id = await killedInMidWord(person);
  expect(jotted(person)).toHaveLength(1);
  const store = await storeOf(person);
  expect(await wordsOf(store, id, "We hung two doors")).toBe("We hung two doors");
  expect(jotted(person)).toEqual([]);
});

test("[L8] a record of which the disk had taken nothing is there at the next start", async () => {
  const person = newPerson();
  const { store, kill } = await storeInTab(person);
  const letGo = await holdRecords(person);
  const editor = await store.records.begin("log-entry", { learner: learnerOfPerson(person) });
  editor.change(typing("First day"));
  store.records.unsaved.jot();
  kill();
  letGo();
  const again = await storeOf(person);
  expect((await again.records.get(editor.id))?.value.did).toBe("First day");
});

test("[L8] words that came onto the disk after all are not doubled by what was jotted down, nor brought back once they are taken out", async () => {
  const person = newPerson();
  const store = await storeOf(person);
  const editor = await store.records.begin("log-entry", { learner: learnerOfPerson(person) });
  editor.change(typing("Only once"));
  store.records.unsaved.jot();
  const kept = jotted(person).map((key) => [key, localStorage.getItem(key) ?? ""] as const);
  expect(kept).toHaveLength(1);
  await editor.flush();
  expect(jotted(person)).toEqual([]);
  const takeInAgain = async (): Promise<string | undefined> => {
    for (const [key, text] of kept) localStorage.setItem(key, text);
    const { kill } = await storeInTab(person);
    expect(jotted(person)).toEqual([]);
    kill();
    return (await store.records.get(editor.id))?.value.did;
  };
  expect(await takeInAgain()).toBe("Only once");
  editor.change(typing("Only"));
  await editor.flush();
  expect(await takeInAgain()).toBe("Only");
  await editor.close();
});

test("[L8] another tab takes in at once what was jotted down", async () => {
  const person = newPerson();
  const store = await storeOf(person);
  const id = await killedInMidWord(person);
  expect(await wordsOf(store, id, "We hung two doors")).toBe("We hung two doors");
  await vi.waitFor(() => expect(jotted(person)).toEqual([]), patience);
});

test("[L8] nobody else who uses the device is shown what was jotted down", async () => {
  const [person, other] = [newPerson(), newPerson()];
  const id = await killedInMidWord(person);
  const store = await storeOf(other);
  expect(await store.records.get(id)).toBeUndefined();
  expect(await store.export()).not.toContain("doors");
  expect(jotted(person)).toHaveLength(1);
});

test("[L8] signing out leaves nothing that was jotted down, and a start lets go of what a stranger to the device left", async () => {
  vi.stubGlobal("fetch", async () => Response.json({}));
  const person = newPerson();
  await createDeviceDatabase().arrive(learnerAccount(person));
  await killedInMidWord(person);
  const left = jotted(person).map((key) => [key, localStorage.getItem(key) ?? ""] as const);
  expect(await signOut(await storeOf(person), { evenUnsent: true })).toEqual({ done: true });
  open.length = 0;
  expect(jotted(person)).toEqual([]);

  for (const [key, text] of left) localStorage.setItem(key, text);
  expect(jotted(person)).toHaveLength(1);
  await whoIsHere();
  expect(jotted(person)).toEqual([]);
});

test("[A18] what was jotted down of an entry that was erased meanwhile is let go of, and nothing brings it back", async () => {
  const person = newPerson();
  const store = await storeOf(person);
  const editor = await store.records.begin("log-entry", { learner: learnerOfPerson(person) });
  editor.change(typing("Nobody should read this"));
  await editor.flush();
  editor.change(typing("Nobody should read this, ever"));
  store.records.unsaved.jot();
  const kept = jotted(person).map((key) => [key, localStorage.getItem(key) ?? ""] as const);
  await editor.close();
  expect(await store.records.erase([editor.id])).toEqual({ ok: true, value: true });
  for (const [key, text] of kept) localStorage.setItem(key, text);
  const { store: again } = await storeInTab(person);
  expect(jotted(person)).toEqual([]);
  expect(await again.records.get(editor.id)).toBeUndefined();
  expect(await again.sync.refused()).toEqual([]);
});

test("[L8] what was jotted down when the browser had cleared the rest waits thirty days for its person, and goes when they sign out", async () => {
  const person = newPerson();
  const keyOf = (days: number): string =>
    `${lastJottingsPrefix(person)}${Date.now() - days * 86_400_000}-tab/${days}`;
  for (const days of [1, 31]) localStorage.setItem(keyOf(days), "{");
  const kept = (): readonly string[] => Object.keys(localStorage).map((key) => key.split("/")[2] ?? key);
  await whoIsHere();
  expect(kept()).toEqual(["1"]);
  await deleteDatabases(person);
  expect(kept()).toEqual([]);
});

test("[L8] what was jotted down when the browser had cleared the rest is in its record again before the device knows who works with whom", async () => {
  const [tutor, student] = [newPerson(), newPerson()];
  const kind = "comment";
  const id = createId(kind, Date.now(), Math.random);
  const edit = (draft: { type(name: "words", words: string): void }): void =>
    draft.type("words", "Well hung");
  const state = createState(kindOf(kind), edit, { person: tutor, random: Math.random });
  const envelope = { id, kind, learner: learnerOfPerson(student), createdBy: tutor, createdAt: Date.now() };
  const key = `${lastJottingsPrefix(tutor)}${Date.now()}-tab/${id}`;
  localStorage.setItem(key, JSON.stringify({ id, envelope, state: bytesToText(state) }));
  const store = await storeOf(tutor);
  expect((await store.records.get(id))?.value.words).toBe("Well hung");
  expect(await store.sync.refused()).toEqual([]);
  expect(localStorage.getItem(key)).toBeNull();
});

test("[L8] where words are sealed nothing is jotted down", async () => {
  const person = newPerson();
  await killedInMidWord(person, { sealing: toySealing });
  expect(jotted(person)).toEqual([]);
});

test("[L8] what cannot be understood is left alone, and keeps nobody from their records", async () => {
  const person = newPerson();
  localStorage.setItem(`${jottingsPrefix(person)}x/entry`, "{");
  expect((await storeOf(person)).sync.status().unsent).toBe(0);
  expect(jotted(person)).toHaveLength(1);
});

test("[L8] a browser in which nothing can be jotted down opens the records all the same", async () => {
  vi.stubGlobal("localStorage", null);
  await whoIsHere();
  const store = await storeOf(newPerson());
  const editor = await store.records.begin("log-entry", { learner: learnerOfPerson(store.person) });
  editor.change(typing("Without"));
  store.records.unsaved.jot();
  expect(await editor.flush()).toEqual({ ok: true, value: true });
  expect((await store.records.get(editor.id))?.value.did).toBe("Without");
  await editor.close();
});

test("a record that is begun leaves nothing before its first change, and undoing that leaves its beginning", async () => {
  const store = await storeOf(newPerson());
  const learner = learnerOfPerson(store.person);
  const editor = await store.records.begin("log-entry", { learner }, typing("From the beginning"));
  await editor.flush();
  expect(await store.records.get(editor.id)).toBeUndefined();
  editor.change(typing("From the beginning, and on"));
  await editor.flush();
  expect((await store.records.get(editor.id))?.value.did).toBe("From the beginning, and on");
  expect([editor.undo(), editor.undo()]).toEqual([true, false]);
  await editor.close();
  expect((await store.records.get(editor.id))?.value.did).toBe("From the beginning");
  expect(store.records.unsaved.isAny()).toBe(false);
});
