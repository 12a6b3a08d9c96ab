/**
 * What a learner's first page stands on, read at once, while the rest of the app is still being read
 * itself: whoever uses this device, and the lists their start page shows. Only what is on the device for this person. Staff
 * have no first reading: a lease says what they may read, and it is looked at first. Anything unusual
 * gives no reading, and the ordinary opening finds out what it is.
 */
import type { KindName, LearnerId } from "#model/id.ts";
import type { Account } from "#store/account.ts";
import { deviceDatabaseName, ownDatabaseName, recordsDatabasePrefix } from "#store/database/names.ts";
import type { RecordDoc } from "#store/database/record-doc.ts";
import type { Person } from "#store/device-database.ts";
import type { Marks } from "#store/ports.ts";
import type { Filter } from "#store/store.ts";
import { answerTo, openExisting } from "./native.ts";

/** One list, newest first, as it lies on the disk. */
interface ReadList {
  readonly kind: KindName;
  readonly filter: Filter;
  readonly docs: readonly RecordDoc[];
}

/** What was read. */
export interface FirstReading {
  readonly account: Account;
  readonly marks: Marks;
  readonly refused: number;
  readonly unsent: number;
  readonly lists: readonly ReadList[];
}

/** The lists of the start page that are about the learner; `learner` and `plan` hold one record or none. */
const about = [
  "target",
  "target-outcome",
  "review",
  "review-closed",
  "how-it-is-going",
  "learner",
  "plan",
] as const satisfies readonly KindName[];

/** Those that hold everybody's. */
const everybodys = ["membership", "membership-ended", "person"] as const satisfies readonly KindName[];

/** RxDB puts what is not deleted first in each index, and the id last. */
const indexName = (...fields: string[]): string => `[${["_deleted", ...fields, "id"].join("+")}]`;
const standing = "0";
/** An array comes after every number and every text. */
const beyondAll: IDBValidKey = [];

const beginningWith = (...values: string[]): IDBKeyRange =>
  IDBKeyRange.bound([standing, ...values], [standing, ...values, beyondAll]);

/** Reads what the first page needs; undefined when nobody is here, nothing is, or it cannot be read. Never rejects. */
export async function readFirst(): Promise<FirstReading | undefined> {
  const [read] = await Promise.allSettled([readAll()]);
  return read.status === "fulfilled" ? read.value : undefined;
}

async function readAll(): Promise<FirstReading | undefined> {
  const account = await within([deviceDatabaseName], async ([device]) => {
    const people = device?.transaction("people").objectStore("people").getAll();
    const found = people ? ((await answerTo(people)) as readonly Person[]) : [];
    return found.find(({ isHere }) => isHere)?.account;
  });
  const { person, learner, home } = account ?? {};
  if (!account || !person || !learner || home !== "learner") return undefined;
  const names = [`${recordsDatabasePrefix(person)}0--records`, ownDatabaseName(person)];
  return within(names, async ([records, own]) => {
    if (!records || !own) return undefined;
    const [{ marks, refused }, { unsent, lists }] = await Promise.all([
      readOwn(own),
      readRows(records, learner),
    ]);
    // Before everything has been fetched once, "nothing here" does not mean nothing.
    return marks?.isComplete ? { account, marks, refused, unsent, lists } : undefined;
  });
}

/** Opens databases for as long as they are read. */
async function within<T>(
  names: readonly string[],
  read: (databases: readonly (IDBDatabase | undefined)[]) => Promise<T>,
): Promise<T> {
  const databases = await Promise.all(names.map(openExisting));
  try {
    return await read(databases);
  } finally {
    for (const database of databases) database?.close();
  }
}

async function readOwn(own: IDBDatabase) {
  const asking = own.transaction(["marks", "refused"]);
  const [marks, refused] = await Promise.all([
    answerTo<unknown>(asking.objectStore("marks").get("marks")),
    answerTo(asking.objectStore("refused").count()),
  ]);
  return { marks: marks as Marks | undefined, refused };
}

async function readRows(records: IDBDatabase, learner: LearnerId) {
  const docs = records.transaction("docs").objectStore("docs");
  const listOf = async (kind: KindName, filter: Filter): Promise<ReadList> => {
    const request = filter.learner
      ? docs.index(indexName("kind", "learner", "newest")).getAll(beginningWith(kind, filter.learner))
      : docs.index(indexName("kind", "newest")).getAll(beginningWith(kind));
    return { kind, filter, docs: (await answerTo(request)) as RecordDoc[] };
  };
  const waiting = IDBKeyRange.bound([standing, 1], [standing, beyondAll]);
  const [unsent, ...lists] = await Promise.all([
    answerTo(docs.index(indexName("waiting")).count(waiting)),
    ...about.map((kind) => listOf(kind, { learner })),
    ...everybodys.map((kind) => listOf(kind, {})),
  ]);
  return { unsent, lists };
}
