/** What is read before the store is open, as words lie and sealed: over real databases, and with another tab. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { LearnerId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import { signOut } from "#store/account.ts";
import { createDeviceDatabase } from "#store/device-database.ts";
import { openStore } from "#store/open-store.ts";
import type { EditOf, Store, StoredRecord } from "#store/store.ts";
import { databaseNamesOf, newPerson } from "#tests/support/browser/databases.ts";
import { firstAnswer, learnerAccount, silence, unreachable } from "#tests/support/browser/stores.ts";
import { openTab } from "#tests/support/browser/tabs.ts";
import { ToyServer } from "#tests/support/toy-server.ts";
import { toySealing } from "#tests/support/toy-sealing.ts";
import { createFirstStore } from "./first-store.ts";
import { createOpening } from "./opening.ts";
import { readFirst } from "./reading.ts";

const open: Store[] = [];

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const store of open.splice(0)) await store.close();
});

const saying =
  (words: string): EditOf<"target"> =>
  (draft) =>
    draft.type("what", words);

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
    const reading = await readFirst();
    if (!reading) throw new Error("nothing was read");
    const openIt = vi.fn<() => ReturnType<typeof openStore>>(() =>
      openStore(before.account, { transport: unreachable, ...options }),
    );
    const opening = createOpening(openIt);
    const store = await createFirstStore(reading, opening, sealing);
    open.push(store);
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
    expect(told).toEqual([["Cut a joint"]]);
    expect(about).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(store.sync.status()).toMatchObject({ unsent: 0, refused: 0, isComplete: true });
    expect(openIt).not.toHaveBeenCalled();

    await opening.needed();
    await asked({ store, learner });
    expect(told).toHaveLength(1);
    await store.records.change(target.id, saying("Cut a housing joint"));
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(store.sync.status()).toMatchObject({ unsent: 1 });
  });

  test("what another tab wrote after the reading is told when the store is open", async () => {
    const { store, account, learner, opening, told } = await startedAgain();
    const tab = await openTab();
    const other = await opened(tab.openStore(account, { transport: unreachable, ...options }));
    await other.records.create("target", { learner }, saying("Sand it"));
    await opening.needed();
    await asked({ store, learner }, 2);
    await vi.waitFor(() => expect(told.at(-1)?.toSorted()).toEqual(["Cut a joint", "Sand it"]));
    await other.close();
    tab.kill();
  });

  test("a question that was not read, and a write, open the store", async () => {
    const { store, learner, openIt } = await startedAgain();
    const entries = firstAnswer<readonly StoredRecord<"log-entry">[]>(
      (listener) => store.records.watchAll("log-entry", { learner }, listener),
      () => true,
    );
    expect(openIt).toHaveBeenCalledOnce();
    expect(await entries).toEqual([]);
    const written = await store.records.create("target", { learner }, saying("Sand it"));
    expect(written).toMatchObject({ ok: true, value: { value: { what: "Sand it" } } });
    expect(openIt).toHaveBeenCalledOnce();
  });
});

const person = newPerson();
const account = learnerAccount(person);

test("where nobody is, or nothing is, nothing is read and nothing is made", async () => {
  await createDeviceDatabase().arrive(account);
  expect(await readFirst()).toBeUndefined();
  expect(await databaseNamesOf(person)).toEqual([]);
});

test("a device that has not fetched everything once has no first reading", async () => {
  await createDeviceDatabase().arrive(account);
  await opened(openStore(account, { transport: unreachable, hangDoorbell: silence }));
  expect(await readFirst()).toBeUndefined();
});

async function met(home: typeof account.home): Promise<Store> {
  const who = { ...learnerAccount(newPerson()), home };
  await createDeviceDatabase().arrive(who);
  const transport = Object.assign(new ToyServer(), { scope: `own:${who.person}` });
  const store = await opened(openStore(who, { transport, hangDoorbell: silence }));
  await store.sync.sendNow();
  return store;
}

test("[S14] staff have no first reading, since a lease says what they may read", async () => {
  await met("learner");
  expect(await readFirst()).toBeDefined();
  await met("tutor");
  expect(await readFirst()).toBeUndefined();
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
  const reading = await readFirst();
  if (!reading) throw new Error("nothing was read");
  const opening = createOpening(async () => no("storage-failed"));
  const store = await createFirstStore(reading, opening);
  const told = vi.fn<(records: readonly StoredRecord[]) => void>();
  store.records.watchAll("target", { learner: learnerOfPerson(store.person) }, told);
  void opening.needed();
  await store.close();
  expect(told).toHaveBeenCalledExactlyOnceWith([]);
});
