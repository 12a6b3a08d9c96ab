/** The product's own store, opened as the app does: what the page measures as "ours". */
import type { Id, LearnerId, PersonId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Account } from "#store/account.ts";
import { openDatabase } from "#store/database/database.ts";
import { deleteDatabases } from "#store/database/delete-databases.ts";
import { createRecordStorage } from "#store/database/record-storage.ts";
import { createDeviceDatabase } from "#store/device-database.ts";
import { createFirstStore } from "#store/first/first-store.ts";
import { createOpening } from "#store/first/opening.ts";
import { readFirst } from "#store/first/reading.ts";
import { openStore } from "#store/open-store.ts";
import type { RowStorage, Transport } from "#store/ports.ts";
import type { Row } from "#store/replicate/row.ts";
import type { Store, StoredRecord } from "#store/store.ts";
import { benchLearner, benchPerson } from "./page-bench.ts";

/** The person the page stands for. */
const account: Account = {
  person: benchPerson,
  name: "Measured",
  userName: "measured",
  device: "bench",
  learner: benchLearner(0),
  home: "learner",
  signedInAt: 0,
};

const noServer: Transport = { ask: async () => no("offline") };

/** Opens the store; without a transport of its own it is offline. */
export async function openProduct(transport = noServer, as = account): Promise<Store> {
  const store = await openStore(as, { transport });
  if (!store.ok) throw new Error(`The store did not open: ${store.problem.code}`);
  return store.value;
}

/** The store as the app has it from its first line on, before it is open. */
export async function beginProduct(): Promise<Store> {
  const reading = await readFirst();
  const opening = createOpening(() => openStore(account, { transport: noServer }));
  const store = reading && (await createFirstStore(reading, opening));
  if (!store) throw new Error("There was nothing to begin with.");
  return store;
}

/** Has the person of the page use the device, with everything fetched. */
export async function moveIn(): Promise<void> {
  await createDeviceDatabase().arrive(account);
  const database = await openDatabase(benchPerson);
  await database.own.kept.changeMarks((marks) => ({ ...marks, isComplete: true }));
  await database.close();
}

/** Opens only the place where rows are kept, for writing them as the replicator does. */
export async function openProductRows(): Promise<{
  readonly storage: RowStorage;
  readonly close: () => Promise<void>;
}> {
  const database = await openDatabase(benchPerson);
  const storage = createRecordStorage(database, { now: () => Date.now() });
  return { storage, close: () => database.close() };
}

/** Writes rows where there are none. */
export async function writeProductRows(storage: RowStorage, rows: readonly Row[]): Promise<void> {
  const rowById = new Map<Id, Row>(rows.map((row) => [row.id, row]));
  await storage.rewrite([...rowById.keys()], (_before, id) => rowById.get(id) ?? "leave");
}

/** Everything in the log of one learner, newest first, as the log's screen asks for it. */
export const listProduct = (
  { records }: Store,
  learner: LearnerId,
): Promise<readonly StoredRecord<"log-entry">[]> =>
  new Promise((resolve) => {
    const unwatch = records.watchAll("log-entry", { learner }, (found) => {
      queueMicrotask(() => unwatch());
      resolve(found);
    });
  });

/** Deletes everything the product stored. */
export const deleteProduct = (person: PersonId = benchPerson): Promise<void> => deleteDatabases(person);
