/** What is read before the store is open, as words lie and sealed: over real databases, and with another tab. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { LearnerId, PersonId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import { signOut } from "#store/account.ts";
import type { Account } from "#store/account.ts";
import { openDatabase } from "#store/database/database.ts";
import { deleteDatabases } from "#store/database/delete-databases.ts";
import { recordsDatabasePrefix } from "#store/database/names.ts";
import { answerTo, openExisting } from "#store/database/native.ts";
import { openOwnDatabase } from "#store/database/own-database.ts";
import { bodyOf } from "#store/database/documents/record-body.ts";
import type { RecordDoc } from "#store/database/documents/record-body.ts";
import { createRecordStorage } from "#store/database/record-storage.ts";
import { turnDoc } from "#store/database/documents/sealed-doc.ts";
import { noSealing } from "#store/database/sealing.ts";
import type { Sealing } from "#store/database/sealing.ts";
import { createDeviceDatabase } from "#store/device-database.ts";
import { openStore } from "#store/open-store.ts";
import { afterRunningOut } from "#store/lease.ts";
import type { Marks } from "#store/ports.ts";
import type { EditOf, Store, StoredRecord } from "#store/store.ts";
import { databaseNamesOf, newPerson } from "#tests/support/browser/databases.ts";
import { firstAnswer, learnerAccount, silence, unreachable } from "#tests/support/browser/stores.ts";
import { openTab } from "#tests/support/browser/tabs.ts";
import { ToyServer } from "#tests/support/toy-server.ts";
import { toySealing } from "#tests/support/toy-sealing.ts";
import { patience } from "#tests/support/patience.ts";
import { createFirstStore } from "./first-store.ts";
import { createOpening } from "./opening.ts";
import type { Opening } from "./opening.ts";
import { readFirst } from "./reading.ts";

const open: Store[] = [];

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const store of open.splice(0)) await store.close();
});

/** The store that stands there before the person's own is open. */
async function begun(opening: Opening, sealing?: Sealing): Promise<Store> {
  const reading = await readFirst();
  const store = reading && (await createFirstStore(reading, opening, sealing));
  if (!store) throw new Error("nothing was read");
  open.push(store);
  return store;
}

const saying =
  (words: string): EditOf<"target"> =>
  (draft) =>
    draft.type("what", words);

/** Leaves everything of a person's as an app would that knew other shapes of their kinds. */
async function projectDifferently(person: PersonId, sealing: Sealing): Promise<void> {
  const database = await openExisting(`${recordsDatabasePrefix(person)}0--records`);
  if (!database) throw new Error("no records");
  const docs = (): IDBObjectStore => database.transaction("docs", "readwrite").objectStore("docs");
  for (const doc of (await answerTo<unknown[]>(docs().getAll())) as RecordDoc[]) {
    const plain = await turnDoc(doc, sealing.open);
    const body = JSON.stringify({ ...bodyOf(plain), shape: "of-old", value: {} });
    await answerTo(docs().put(await turnDoc({ ...plain, body }, sealing.seal)));
  }
  database.close();
}

const wordsOf = (records: readonly StoredRecord<"target">[]): string[] =>
  records.map(({ value }) => value.what);

async function opened(opening: ReturnType<typeof openStore>): Promise<Store> {
  const outcome = await opening;
  if (!outcome.ok) throw new Error(outcome.problem.code);
  open.push(outcome.value);
  return outcome.value;
}

describe.each([
  ["as they are", {}],
  ["sealed", { sealing: toySealing }],
] as const)("a device whose words lie %s", (_how, { sealing }: { readonly sealing?: typeof toySealing }) => {
  const options = { hangDoorbell: silence, ...(sealing ? { sealing } : {}) };

  /** A device whose learner has one target, met the server, and closed the app. */
  async function visited() {
    const person = newPerson();
    const account = learnerAccount(person);
    const learner: LearnerId = learnerOfPerson(person);
    await createDeviceDatabase().arrive(account);
    const server = Object.assign(new ToyServer(), { scope: `own:${person}` });
    const store = await opened(openStore(account, { transport: server, ...options }));
    const target = await store.records.create("target", { learner }, saying("Cut a joint"));
    if (!target.ok) throw new Error(target.problem.code);
    await store.sync.sendNow();
    return { account, learner, store, target: target.value };
  }

  /** The same device, started again. */
  async function startedAgain() {
    const before = await visited();
    await before.store.close();
    const openIt = vi.fn<() => ReturnType<typeof openStore>>(() =>
      openStore(before.account, { transport: unreachable, ...options }),
    );
    const opening = createOpening(openIt);
    const store = await begun(opening, sealing);
    const told: string[][] = [];
    store.records.watchAll("target", { learner: before.learner }, (records) => told.push(wordsOf(records)));
    return { ...before, store, opening, openIt, told };
  }

  /** Once the open store has answered the same question itself. */
  const asked = ({ store, learner }: { readonly store: Store; readonly learner: LearnerId }, count = 1) =>
    firstAnswer<readonly StoredRecord<"target">[]>(
      (listener) => store.records.watchAll("target", { learner }, listener),
      (records) => records.length === count,
    );

  test("the first page is known before the store is open, and what is the same is not told again", async () => {
    const { store, learner, target, opening, openIt, told } = await startedAgain();
    const about = vi.fn<(record: StoredRecord | undefined) => void>();
    store.records.watch(learner, about);
    await vi.waitFor(() => expect(told).toEqual([["Cut a joint"]]), patience);
    await vi.waitFor(() => expect(about).toHaveBeenCalledExactlyOnceWith(undefined), patience);
    expect(store.sync.status()).toMatchObject({ unsent: 0, refused: 0, isComplete: true });
    expect(openIt).not.toHaveBeenCalled();

    await opening.needed();
    await asked({ store, learner });
    expect(told).toHaveLength(1);
    await store.records.change(target.id, saying("Cut a housing joint"));
    await vi.waitFor(() => expect(told).toHaveLength(2), patience);
    expect(store.sync.status()).toMatchObject({ unsent: 1 });
  });

  test("what another tab wrote after the reading is told when the store is open", async () => {
    const { store, account, learner, opening, told } = await startedAgain();
    const tab = await openTab();
    const other = await opened(tab.openStore(account, { transport: unreachable, ...options }));
    await other.records.create("target", { learner }, saying("Sand it"));
    await opening.needed();
    await asked({ store, learner }, 2);
    await vi.waitFor(() => expect(told.at(-1)?.toSorted()).toEqual(["Cut a joint", "Sand it"]), patience);
    await other.close();
    tab.kill();
  });

  test("whatever is asked is read while the store is not open, and a write opens it", async () => {
    const { store, learner, target, openIt } = await startedAgain();
    const entries = await firstAnswer<readonly StoredRecord<"log-entry">[]>(
      (listener) => store.records.watchAll("log-entry", { learner }, listener),
      () => true,
    );
    expect(entries).toEqual([]);
    const one = await firstAnswer<StoredRecord<"target"> | undefined>(
      (listener) => store.records.watch(target.id, listener),
      () => true,
    );
    expect(one).toMatchObject({ id: target.id, value: { what: "Cut a joint" } });
    expect(await store.seen.at("anything")).toBeUndefined();
    expect(openIt).not.toHaveBeenCalled();
    const written = await store.records.create("target", { learner }, saying("Sand it"));
    expect(written).toMatchObject({ ok: true, value: { value: { what: "Sand it" } } });
    expect(openIt).toHaveBeenCalledOnce();
  });

  test("a record that was let go of is not read from where it lay", async () => {
    const before = await visited();
    await before.store.close();
    const database = await openDatabase(before.account.person, sealing);
    const storage = createRecordStorage(database, { now: () => 1 });
    await storage.rewrite([before.target.id], () => "drop");
    await database.close();
    const store = await begun(
      createOpening(async () => no("storage-failed")),
      sealing,
    );
    const about = await firstAnswer<StoredRecord | undefined>(
      (listener) => store.records.watch(before.target.id, listener),
      () => true,
    );
    expect(about).toBeUndefined();
  });

  test("when the databases are taken away under the reading, the store is asked", async () => {
    const { store, learner, account, openIt } = await startedAgain();
    await deleteDatabases(account.person);
    const targets = firstAnswer<readonly StoredRecord<"target">[]>(
      (listener) => store.records.watchAll("target", { learner }, listener),
      () => true,
    );
    expect(await targets).toEqual([]);
    expect(openIt).toHaveBeenCalledOnce();
  });

  test("values of another shape are left to the store, which projects them anew", async () => {
    const before = await visited();
    await before.store.close();
    await projectDifferently(before.account.person, sealing ?? noSealing);
    const openIt = vi.fn<() => ReturnType<typeof openStore>>(() =>
      openStore(before.account, { transport: unreachable, ...options }),
    );
    const store = await begun(createOpening(openIt), sealing);
    const targets = await firstAnswer<readonly StoredRecord<"target">[]>(
      (listener) => store.records.watchAll("target", { learner: before.learner }, listener),
      () => true,
    );
    expect(wordsOf(targets)).toEqual(["Cut a joint"]);
    expect(openIt).toHaveBeenCalledOnce();
  });
});

test("where nobody is, or nothing is, nothing is read and nothing is made", async () => {
  const account = learnerAccount(newPerson());
  await createDeviceDatabase().arrive(account);
  expect(await readFirst()).toBeUndefined();
  expect(await databaseNamesOf(account.person)).toEqual([]);
});

test("a device that has not fetched everything once has no first reading", async () => {
  const account = learnerAccount(newPerson());
  await createDeviceDatabase().arrive(account);
  await opened(openStore(account, { transport: unreachable, hangDoorbell: silence }));
  expect(await readFirst()).toBeUndefined();
});

async function met(home: Account["home"]): Promise<Store> {
  const who = { ...learnerAccount(newPerson()), home };
  await createDeviceDatabase().arrive(who);
  const transport = Object.assign(new ToyServer(), { scope: `own:${who.person}` });
  const store = await opened(openStore(who, { transport, hangDoorbell: silence }));
  await store.sync.sendNow();
  return store;
}

async function changeMarks(person: PersonId, change: (marks: Marks) => Marks): Promise<void> {
  const own = await openOwnDatabase(person, noSealing);
  await own.kept.changeMarks(change);
  own.close();
}

test("[S14] staff have a first reading while they may read, which says until when, and none afterwards", async () => {
  const metAt = Date.now();
  const longAfter = metAt + 31 * 86_400_000;
  await met("learner");
  expect((await readFirst(longAfter))?.status).not.toHaveProperty("readableUntil");

  const tutors = await met("tutor");
  await tutors.close();
  await changeMarks(tutors.person, (marks) => ({
    ...marks,
    serverTime: metAt,
    lease: { from: metAt, metAt },
  }));
  const status = (await readFirst(metAt))?.status;
  expect(status).toMatchObject({ isComplete: true, readableUntil: metAt + 30 * 86_400_000 });
  expect(await readFirst(longAfter)).toBeUndefined();
  await changeMarks(tutors.person, (marks) => afterRunningOut("tutor", marks, longAfter));
  expect(await readFirst(metAt)).toBeUndefined();
});

test("of somebody who signed out nothing is read, although the app was open in between", async () => {
  vi.stubGlobal("fetch", async () => Response.json({}));
  const store = await met("learner");
  const reading = readFirst();
  expect(await signOut(store)).toEqual({ done: true });
  await reading;
  expect(await readFirst()).toBeUndefined();
  expect(await databaseNamesOf(store.person)).toEqual([]);
});

test("a store that cannot be opened leaves what was read as it is, and can be closed", async () => {
  await (await met("learner")).close();
  const opening = createOpening(async () => no("storage-failed"));
  const store = await begun(opening);
  const told = vi.fn<(records: readonly StoredRecord[]) => void>();
  store.records.watchAll("target", { learner: learnerOfPerson(store.person) }, told);
  await vi.waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith([]), patience);
  void opening.needed();
  await store.close();
  expect(told).toHaveBeenCalledOnce();
});
