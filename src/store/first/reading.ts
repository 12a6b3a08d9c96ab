/**
 * Reads a person's records with nothing but what the browser has, from the first line of the app on until their store
 * is open: RxDB need not be here, nor anything else. Whatever the first page asks is answered from the disk. Staff whose lease
 * has run out have no reading, and neither has a device that has not fetched everything once; the ordinary opening finds out
 * what else is unusual.
 */
import type { Id, KindName } from "#model/id.ts";
import type { Instant } from "#model/time.ts";
import type { Account } from "#store/account.ts";
import { ownDatabaseName, recordsDatabasePrefix } from "#store/database/names.ts";
import { answerTo, openExisting } from "#store/database/native.ts";
import { isShown } from "#store/database/documents/record-body.ts";
import type { RecordDoc } from "#store/database/documents/record-body.ts";
import { createDeviceDatabase } from "#store/device-database.ts";
import { isReadingLocked } from "#store/lease.ts";
import { noMarks } from "#store/ports.ts";
import type { Marks } from "#store/ports.ts";
import type { Filter, SyncStatus } from "#store/store.ts";
import { fromMarks, statusOf } from "#store/sync/status-board.ts";

/** What is known before the store is open, and what more can be asked until it is closed. */
export interface FirstReading {
  readonly account: Account;
  readonly status: SyncStatus;
  /** Who belongs to whom. */
  readonly memberships: readonly RecordDoc[];
  readonly ends: readonly RecordDoc[];
  /** A list as it lies on the disk, newest first. Rejects when it cannot be read, like everything here. */
  readonly all: (kind: KindName, filter: Filter) => Promise<readonly RecordDoc[]>;
  readonly one: (id: Id) => Promise<RecordDoc | undefined>;
  readonly seenAt: (key: string) => Promise<Instant | undefined>;
  readonly close: () => void;
}

/** Begins to read; undefined when nobody is here, nothing is, or it cannot or may not be read. Never rejects. */
export async function readFirst(now: Instant = Date.now()): Promise<FirstReading | undefined> {
  const [read] = await Promise.allSettled([beginReading(now)]);
  return read.status === "fulfilled" ? read.value : undefined;
}

async function beginReading(now: Instant): Promise<FirstReading | undefined> {
  const account = await createDeviceDatabase().here();
  if (!account) return undefined;
  const { person, home } = account;
  const [records, own] = await Promise.all([
    openExisting(`${recordsDatabasePrefix(person)}0--records`),
    openExisting(ownDatabaseName(person)),
  ]);
  const close = (): void => {
    records?.close();
    own?.close();
  };
  const [read] = await Promise.allSettled([records && own && readBoth(records, own)]);
  const found = read.status === "fulfilled" ? read.value : undefined;
  const status = statusOf({ ...found?.counts, ...fromMarks(home, found?.marks ?? noMarks, now) });
  // Before everything has been fetched once, "nothing here" does not mean nothing.
  if (found && status.isComplete && !isReadingLocked(status, now))
    return { ...found, account, status, close };
  close();
  return undefined;
}

/** What every page stands on, read in one turn, and the way to the rest. */
async function readBoth(records: IDBDatabase, own: IDBDatabase) {
  const docs = inOneGo(() => records.transaction("docs").objectStore("docs"));
  const ownTable = (name: string): IDBObjectStore => own.transaction(name).objectStore(name);
  const all: FirstReading["all"] = async (kind, filter) => {
    const [index, range] = listOf(kind, filter);
    return (await answerTo<unknown[]>(docs().index(index).getAll(range))) as RecordDoc[];
  };
  const [marks, refused, unsent, memberships, ends] = await Promise.all([
    answerTo<unknown>(ownTable("marks").get("marks")),
    answerTo(ownTable("refused").count()),
    answerTo(docs().index(indexName("waiting")).count(waiting)),
    all("membership", {}),
    all("membership-ended", {}),
  ]);
  return {
    marks: marks as Marks | undefined,
    counts: { refused, unsent },
    memberships,
    ends,
    all,
    one: async (id: Id) => {
      const doc = (await answerTo<unknown>(docs().get(id))) as (RecordDoc & Deletable) | undefined;
      return doc && isStanding(doc) && isShown(doc) ? doc : undefined;
    },
    seenAt: async (key: string) =>
      (await answerTo<unknown>(ownTable("seen").get(key))) as Instant | undefined,
  };
}

/** What is asked in one go shares a transaction: a page asks a dozen questions, and beginning each anew takes longer than its answer. */
function inOneGo(begin: () => IDBObjectStore): () => IDBObjectStore {
  let begun: IDBObjectStore | undefined;
  return () => {
    if (begun) return begun;
    queueMicrotask(() => {
      begun = undefined;
    });
    return (begun = begin());
  };
}

/** RxDB puts what is not deleted first in each index, and the id last. */
const indexName = (...fields: string[]): string => `[${["_deleted", ...fields, "id"].join("+")}]`;
const standing = "0";
interface Deletable {
  readonly _deleted: string;
}
const isStanding = ({ _deleted: deleted }: Deletable): boolean => deleted === standing;

/** An array comes after every number and every text. */
const beyondAll: IDBValidKey = [];
const waiting = IDBKeyRange.bound([standing, 1], [standing, beyondAll]);

const beginningWith = (...values: string[]): IDBKeyRange =>
  IDBKeyRange.bound([standing, ...values], [standing, ...values, beyondAll]);

const listOf = (kind: KindName, { learner }: Filter): readonly [index: string, range: IDBKeyRange] =>
  learner === undefined
    ? [indexName("kind", "newest"), beginningWith(kind)]
    : [indexName("kind", "learner", "newest"), beginningWith(kind, learner)];
