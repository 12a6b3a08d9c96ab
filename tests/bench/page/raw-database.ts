/**
 * What everything is held against: the same rows, indexes and values in plain IndexedDB, strictly
 * durable, one transaction a page, nothing between.
 */
import type { Row } from "#store/replicate/row.ts";

/** A row with the three numbers and names its indexes stand on. */
interface RawRow extends Row {
  readonly kind: string;
  readonly learner: string;
  readonly newest: number;
  readonly waiting: number;
}

const name = "raw";
const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("IndexedDB", { cause: request.error })));
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(new Error("IndexedDB", { cause: transaction.error })));
  });

/** Opens the raw database, with the same indexes as the product's. */
export async function openRaw(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener("upgradeneeded", () => {
    const rows = request.result.createObjectStore("rows", { keyPath: "id" });
    rows.createIndex("kind", ["kind", "newest"]);
    rows.createIndex("learner", ["kind", "learner", "newest"]);
    rows.createIndex("waiting", "waiting");
  });
  return done(request);
}

/** Deletes the raw database. */
export const deleteRaw = async (): Promise<void> => void (await done(indexedDB.deleteDatabase(name)));

const rawOf = (row: Row): RawRow => ({
  ...row,
  kind: row.envelope.kind,
  learner: row.envelope.learner ?? "",
  newest: -(row.envelope.createdAt ?? 0),
  waiting: row.localRev > row.ackedRev ? 1 : 0,
});

/** Writes rows in one transaction; durable when it resolves. */
export async function putRaw(database: IDBDatabase, rows: readonly Row[]): Promise<void> {
  const transaction = database.transaction("rows", "readwrite", { durability: "strict" });
  const store = transaction.objectStore("rows");
  for (const row of rows) store.put(rawOf(row));
  transaction.commit();
  await ended(transaction);
}

/** One row. */
export const getRaw = async (database: IDBDatabase, id: string): Promise<Row> =>
  (await done(database.transaction("rows").objectStore("rows").get(id))) as Row;

/** One learner's rows of a kind, newest first. */
export async function listRaw(database: IDBDatabase, kind: string, learner: string): Promise<readonly Row[]> {
  const range = IDBKeyRange.bound([kind, learner, -Infinity], [kind, learner, Infinity]);
  return (await done(
    database.transaction("rows").objectStore("rows").index("learner").getAll(range),
  )) as Row[];
}
