/**
 * Records as they are read from the disk until the store is open; then as the store knows them. What is the same
 * then is not told again, so that nothing on the screen moves or is drawn twice.
 */
import type { Id, KindName, PersonId } from "#model/id.ts";
import { bodyOf, bodyToRecord, isCurrent } from "#store/database/documents/record-body.ts";
import type { RecordDoc } from "#store/database/documents/record-body.ts";
import { turnDoc } from "#store/database/documents/sealed-doc.ts";
import type { Sealing } from "#store/database/sealing.ts";
import type { Filter, Records, Store, StoredRecord, Unwatch } from "#store/store.ts";
import type { Opening } from "./opening.ts";
import type { FirstReading } from "./reading.ts";

/** What was read, as records. Rejects where only the open store can tell. */
export interface FirstLists {
  /** Newest first. */
  readonly all: (kind: KindName, filter: Filter) => Promise<readonly StoredRecord[]>;
  /** Undefined when it is not on this device. */
  readonly one: (id: Id) => Promise<StoredRecord | undefined>;
}

/** Opens what is read, as everything sealed is opened. */
export function firstLists(reading: FirstReading, sealing?: Sealing): FirstLists {
  const person: PersonId = reading.account.person;
  const opened = async (doc: RecordDoc): Promise<StoredRecord> => {
    const plain = sealing ? await turnDoc(doc, sealing.open) : doc;
    const body = bodyOf(plain);
    if (!isCurrent(plain, body)) throw new Error("only what merges can project this anew");
    return bodyToRecord(plain, body, person);
  };
  const allOpened = (docs: readonly RecordDoc[]) => Promise.all(docs.map(opened));
  const read = new Map([
    ["membership", allOpened(reading.memberships)],
    ["membership-ended", allOpened(reading.ends)],
  ]);
  return {
    all: async (kind, filter) =>
      (filter.learner === undefined && read.get(kind)) || allOpened(await reading.all(kind, filter)),
    one: async (id) => {
      const doc = await reading.one(id);
      return doc && opened(doc);
    },
  };
}

/** Records that need not wait for the store. */
export const firstRecords = (lists: FirstLists, opening: Opening): Records => ({
  watch: (id, listener) =>
    told<StoredRecord | undefined>(opening, {
      read: () => lists.one(id),
      watch: ({ records }, hear) => records.watch<KindName>(id, hear),
      kept: (before, now) => (isSame(before, now) ? before : now),
      hear: listener as (record: StoredRecord | undefined) => void,
    }),
  watchAll: (kind, filter, listener) =>
    told<readonly StoredRecord[]>(opening, {
      read: () => lists.all(kind, filter),
      watch: ({ records }, hear) => records.watchAll<KindName>(kind, filter, hear),
      kept: sameWhereSame,
      hear: listener as (records: readonly StoredRecord[]) => void,
    }),
  get: async (id) => (await opening.needed()).records.get(id),
  create: async (kind, about, edit) => (await opening.needed()).records.create(kind, about, edit),
  createAll: async (kind, about, edits) => (await opening.needed()).records.createAll(kind, about, edits),
  change: async (id, edit, about) => (await opening.needed()).records.change(id, edit, about),
  erase: async (ids) => (await opening.needed()).records.erase(ids),
  open: async (id, about) => (await opening.needed()).records.open(id, about),
  begin: async (kind, about, beginning) => (await opening.needed()).records.begin(kind, about, beginning),
  unsaved: {
    isAny: () => opening.now()?.records.unsaved.isAny() ?? false,
    watch: (listener) => opening.following(({ records }) => records.unsaved.watch(listener)),
    jot: () => opening.now()?.records.unsaved.jot(),
  },
});

/** A question, asked of the disk first and then of the store. */
interface Question<T> {
  readonly read: () => Promise<T>;
  readonly watch: (store: Store, hear: (answer: T) => void) => Unwatch;
  /** The answer of now, as the very one of before where they say the same. */
  readonly kept: (before: T, now: T) => T;
  readonly hear: (answer: T) => void;
}

/** What the disk says is told at once; what the store says, whenever it is something else. */
function told<T>(opening: Opening, { read, watch, kept, hear }: Question<T>): Unwatch {
  let first: { readonly answer: T } | undefined;
  let isOver = false;
  const fromDisk = async (): Promise<void> => {
    const [answer] = await Promise.allSettled([read()]);
    if (isOver) return;
    if (answer.status === "rejected") return void opening.needed();
    first = { answer: answer.value };
    hear(answer.value);
  };
  if (!opening.now()) void fromDisk();
  const stop = opening.following((store) =>
    watch(store, (now) => {
      // What the store has said, the disk cannot say later.
      isOver = true;
      const answer = first ? kept(first.answer, now) : now;
      if (!first || answer !== first.answer) hear(answer);
      first = undefined;
    }),
  );
  return () => {
    isOver = true;
    stop();
  };
}

const isSame = (before: StoredRecord | undefined, after: StoredRecord | undefined): boolean =>
  before === after || JSON.stringify(before) === JSON.stringify(after);

/** The list as it is now, with the records of before where they say the same; the list of before when all do. */
function sameWhereSame(
  before: readonly StoredRecord[],
  now: readonly StoredRecord[],
): readonly StoredRecord[] {
  const byId = new Map(before.map((record) => [record.id, record]));
  const kept = now.map((record) => {
    const known = byId.get(record.id);
    return known && isSame(known, record) ? known : record;
  });
  return kept.length === before.length && kept.every((record, at) => record === before[at]) ? before : kept;
}
