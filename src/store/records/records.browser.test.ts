import { typedRecordBytes } from "#model/record/room.ts";
import { Dexie } from "dexie";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { PersonId } from "#model/id.ts";
import { learnerOfPerson } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import { deleteDatabases } from "#store/database/delete-databases.ts";
import { openStore } from "#store/open-store.ts";
import type { StoreOptions } from "#store/open-store.ts";
import type { Editor, EditOf, Store, StoredRecord } from "#store/store.ts";
import { databaseNamesOf, newPerson } from "#tests/support/browser/databases.ts";
import {
  firstAnswer,
  learnerAccount,
  silence,
  unreachable,
  untilStatus,
  wordsOfEntries,
} from "#tests/support/browser/stores.ts";
import { openTab } from "#tests/support/browser/tabs.ts";
import type { Tab } from "#tests/support/browser/tabs.ts";
import { toySealing } from "#tests/support/toy-sealing.ts";

const open: (Store | Tab)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const each of open.splice(0)) await ("kill" in each ? each.kill() : each.close());
});

async function anotherTab(): Promise<Tab> {
  const tab = await openTab();
  open.push(tab);
  return tab;
}

/** Makes the browser refuse every write as it does when the disk is full. Returns the way to make room. */
function fillDisk(): () => void {
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  return () => full.mockRestore();
}

const saying =
  (words: string): EditOf<"log-entry"> =>
  (draft) =>
    draft.type("did", words);

async function writeEntry(store: Store, words: string): Promise<StoredRecord<"log-entry">> {
  const learner = learnerOfPerson(store.person);
  const written = await store.records.create("log-entry", { learner }, saying(words));
  if (!written.ok) throw new Error(written.problem.code);
  return written.value;
}

/** Resolves once the editor is as wanted. */
const until = (editor: Editor<"log-entry">, wanted: () => boolean): Promise<unknown> =>
  firstAnswer<boolean>(
    (listener) => {
      queueMicrotask(() => listener(wanted()));
      return editor.watch(() => listener(wanted()));
    },
    (isSo) => isSo,
  );

describe.each([
  ["as they are", {}],
  ["sealed", { sealing: toySealing }],
] as const)("records whose words lie on the disk %s", (_how, options: StoreOptions) => {
  async function storeOf(person: PersonId, tab?: Tab): Promise<Store> {
    const openHere = tab?.openStore ?? openStore;
    const opened = await openHere(learnerAccount(person), {
      transport: unreachable,
      hangDoorbell: silence,
      ...options,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    if (!tab) open.push(opened.value);
    return opened.value;
  }

  test("what was created is there after the store is opened again, newest first", async () => {
    const person = newPerson();
    const store = await storeOf(person);
    await writeEntry(store, "First day at the garage");
    await writeEntry(store, "Changed a tyre");
    await store.close();
    open.length = 0;
    const again = await storeOf(person);
    expect(await wordsOfEntries(again, 2)).toEqual(["Changed a tyre", "First day at the garage"]);
    expect(again.sync.status()).toMatchObject({ unsent: 2, isComplete: false });
  });

  test("a write of somebody else's record is refused before anything is stored", async () => {
    const store = await storeOf(newPerson());
    const about = { learner: learnerOfPerson(newPerson()) };
    expect(await store.records.create("log-entry", about, saying("Not mine"))).toEqual({
      ok: false,
      problem: { code: "not-allowed" },
    });
    expect(store.sync.status().unsent).toBe(0);
  });

  test("an untouched editor leaves nothing behind, and one record has one editor", async () => {
    const store = await storeOf(newPerson());
    const learner = learnerOfPerson(store.person);
    const { id } = await writeEntry(store, "One");
    const [first, second] = await Promise.all([store.records.open(id), store.records.open(id)]);
    expect(first).toBe(second);
    const plan = await store.records.open("plan_00000000000000000000000001", { learner });
    await plan.close();
    expect(await store.records.get(plan.id)).toBeUndefined();
  });

  test("typing in two tabs at once keeps both, and each tab sees the other's words", async () => {
    const person = newPerson();
    const [here, there] = [await storeOf(person), await storeOf(person, await anotherTab())];
    const { id } = await writeEntry(here, "We");
    const [mine, theirs] = [await here.records.open(id), await there.records.open(id)];
    mine.change(saying("We soldered"));
    theirs.change((draft) => draft.type("learned", "Heat first"));
    await Promise.all([mine.flush(), theirs.flush()]);
    const both = (record: StoredRecord<"log-entry"> | undefined): boolean =>
      record?.value.did === "We soldered" && record.value.learned === "Heat first";
    await firstAnswer<StoredRecord<"log-entry"> | undefined>(
      (listener) => here.records.watch(id, listener),
      both,
    );
    await firstAnswer<StoredRecord<"log-entry"> | undefined>(
      (listener) => there.records.watch(id, listener),
      both,
    );
    await until(mine, () => mine.value().learned === "Heat first");
    expect(mine.value()).toMatchObject({ did: "We soldered", learned: "Heat first" });
  });

  test("a tab that is killed in mid-typing loses nothing it had called saved", async () => {
    const person = newPerson();
    const tab = await anotherTab();
    const store = await storeOf(person);
    const { id } = await writeEntry(store, "");
    const doomed = await storeOf(person, tab);
    const editor = await doomed.records.open(id);
    const words = "The boiler needs a new valve";
    for (let length = 1; length < words.length; length += 1) editor.change(saying(words.slice(0, length)));
    await until(editor, () => editor.saving().state === "saved");
    const saved = editor.value().did;
    editor.change(saying(words));
    tab.kill();
    const record = await store.records.get(id);
    expect(record?.value.did.startsWith(saved)).toBe(true);
  });

  test("a connection the browser closed is opened again by the next write", async () => {
    const store = await storeOf(newPerson());
    const { id } = await writeEntry(store, "Before");
    for (const connection of Reflect.get(Dexie, "connections") as readonly Dexie[]) {
      connection.backendDB().close();
      connection.backendDB().dispatchEvent(new Event("close"));
    }
    expect(await store.records.change(id, saying("After"))).toMatchObject({
      ok: true,
      value: { value: { did: "After" } },
    });
  });

  test("what another tab deletes from this device is not made again by one that goes on", async () => {
    const person = newPerson();
    const store = await storeOf(person);
    const { id } = await writeEntry(store, "Before");
    await deleteDatabases(person);
    expect(await store.records.change(id, saying("After"))).toEqual(no("storage-failed"));
    await store.seen.mark("log");
    expect(await store.seen.at("log")).toBeUndefined();
    expect(await databaseNamesOf(person)).toEqual([]);
  });

  test("a database that cannot be opened is a problem to show, not a crash", async () => {
    const person = newPerson();
    await new Promise((resolve, reject) => {
      const request = indexedDB.open(`rxdb-dexie-waymark-${person}--0--records`, 9000);
      request.addEventListener("error", reject);
      request.addEventListener("success", () => {
        request.result.close();
        resolve(undefined);
      });
    });
    const opened = await openStore(learnerAccount(person), { transport: unreachable, ...options });
    expect(opened).toEqual({ ok: false, problem: { code: "storage-failed" } });
  });

  test("when the disk is full the words stay in the editor, and are saved when there is room", async () => {
    const store = await storeOf(newPerson());
    const { id } = await writeEntry(store, "Short");
    const editor = await store.records.open(id);
    const words = "A story that needs more room";
    const makeRoom = fillDisk();
    editor.change(saying(words));
    expect(await editor.flush()).toEqual({ ok: false, problem: { code: "storage-full" } });
    expect(editor.saving()).toEqual({ state: "failed", problem: { code: "storage-full" } });
    expect(editor.value().did).toBe(words);
    makeRoom();
    expect(await editor.flush()).toEqual({ ok: true, value: true });
    expect((await store.records.get(id))?.value.did).toBe(words);
  });

  test("a tab knows what is unsent and what went wrong in another", async () => {
    const person = newPerson();
    const [here, there] = [await storeOf(person), await storeOf(person, await anotherTab())];
    await writeEntry(there, "From there");
    await there.sync.sendNow();
    const status = await untilStatus(here, ({ unsent, problem }) => unsent === 1 && problem !== undefined);
    expect(status).toMatchObject({ unsent: 1, refused: 0, problem: { code: "offline" } });
  });

  test("undo takes back one's own last change, durably", async () => {
    const store = await storeOf(newPerson());
    const { id } = await writeEntry(store, "Kept");
    const editor = await store.records.open(id);
    editor.change(saying("Kept and more"));
    expect(editor.undo()).toBe(true);
    await editor.flush();
    expect((await store.records.get(id))?.value.did).toBe("Kept");
  });
});

test("[M14] a record takes no more words than can be sent, however they are put in, and lets any be taken out", async () => {
  const opened = await openStore(learnerAccount(newPerson()), {
    transport: unreachable,
    hangDoorbell: silence,
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  open.push(store);
  const { id } = await writeEntry(store, "Short");
  const tooLong = "a long story ".repeat(45_000);
  const editor = await store.records.open(id);
  expect(editor.change(saying(tooLong))).toBe(false);
  expect(editor.change(saying(tooLong.slice(0, 250_000)))).toBe(true);
  expect(editor.change(saying(tooLong.slice(0, 270_000)))).toBe(false);
  await editor.flush();
  expect(editor.roomBytes()).toBeLessThan(typedRecordBytes - 250_000);
  expect(editor.change(saying(tooLong.slice(0, 270_000)))).toBe(false);
  expect(await store.records.change(id, saying(tooLong))).toMatchObject({
    problem: { code: "record-too-large" },
  });
  await editor.close();
  expect(await store.records.change(id, saying(tooLong))).toMatchObject({
    problem: { code: "record-too-large" },
  });
  expect((await store.records.change(id, saying("Short again"))).ok).toBe(true);
});
