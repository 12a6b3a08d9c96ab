/**
 * Records as a first reading knows them, until the store is open; then as the store does. What is the same
 * then is not told again, so that nothing on the screen moves or is drawn twice.
 */
import type { Id, KindName, PersonId } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { docToRecord } from "#store/database/record-doc.ts";
import { turnDoc } from "#store/database/sealed-doc.ts";
import type { Sealing } from "#store/database/sealing.ts";
import type { Filter, Records, StoredRecord } from "#store/store.ts";
import type { Opening } from "./opening.ts";
import type { FirstReading } from "./reading.ts";

/** What was read, as records. */
export interface FirstLists {
  /** Newest first; undefined when that was not asked. */
  readonly all: (kind: KindName, filter: Filter) => readonly StoredRecord[] | undefined;
  /** Null when it is not here, undefined when that was not asked. */
  readonly one: (id: Id) => StoredRecord | null | undefined;
}

const keyOf = (kind: KindName, { learner }: Filter): string => `${kind} ${learner ?? ""}`;

/** Opens what was read, as everything sealed is opened. */
export async function firstLists({ account, lists }: FirstReading, sealing?: Sealing): Promise<FirstLists> {
  const person: PersonId = account.person;
  const byKey = new Map<string, readonly StoredRecord[]>();
  for (const { kind, filter, docs } of lists) {
    const opened = sealing ? await Promise.all(docs.map((doc) => turnDoc(doc, sealing.open))) : docs;
    byKey.set(
      keyOf(kind, filter),
      opened.map((doc) => docToRecord(doc, person)),
    );
  }
  const byId = new Map<Id, StoredRecord>([...byKey.values()].flat().map((record) => [record.id, record]));
  const { learner } = account;
  const own: readonly Id[] = learner ? [learner, planIdOf(learner)] : [];
  return {
    all: (kind, filter) => byKey.get(keyOf(kind, filter)),
    one: (id) => byId.get(id) ?? (own.includes(id) ? null : undefined),
  };
}

type Told = StoredRecord | null | undefined;

const isSame = (before: Told, after: Told): boolean =>
  before === after || JSON.stringify(before) === JSON.stringify(after);

/** Records that need not wait for the store where they were read already. */
export function firstRecords(lists: FirstLists, opening: Opening): Records {
  return {
    watch: (id, listener) => {
      const hear = listener as (record: StoredRecord | undefined) => void;
      const known = opening.now() ? undefined : lists.one(id);
      if (known !== undefined) hear(known ?? undefined);
      else void opening.needed();
      let told: Told = known;
      return opening.following(({ records }) =>
        records.watch<KindName>(id, (record) => {
          if (told !== undefined && isSame(told, record ?? null)) return;
          told = undefined;
          hear(record);
        }),
      );
    },
    watchAll: (kind, filter, listener) => {
      const hear = listener as (records: readonly StoredRecord[]) => void;
      const known = opening.now() ? undefined : lists.all(kind, filter);
      if (known) hear(known);
      else void opening.needed();
      let told = known;
      return opening.following(({ records }) =>
        records.watchAll<KindName>(kind, filter, (now) => {
          const kept = told ? sameWhereSame(told, now) : now;
          if (kept !== told) hear(kept);
          told = undefined;
        }),
      );
    },
    get: async (id) => (await opening.needed()).records.get(id),
    create: async (kind, about, edit) => (await opening.needed()).records.create(kind, about, edit),
    change: async (id, edit, about) => (await opening.needed()).records.change(id, edit, about),
    open: async (id, about) => (await opening.needed()).records.open(id, about),
  };
}

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
