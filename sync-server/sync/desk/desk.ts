/**
 * The desk on which one transaction's changes are worked out: what is stored is fetched onto it,
 * changes are made on it, and at the end everything goes to the database in a few statements. Nothing
 * is written before all checks of all records are done. A record moves to a new position in each scope it stands
 * in; scopes it no longer stands in are told that it left. Source: RULES A9, S7, S9.
 */
import type { Scope } from "#model/access.ts";
import type { Id, PersonId } from "#model/id.ts";
import type { Instant } from "#model/time.ts";
import type { EndingRow, MembershipRow } from "#server/storage/membership-storage.ts";
import type { ChoiceRow, ClosingRow, KeptRecord, LastCommit, Transaction } from "#server/storage/storage.ts";
import { together } from "#server/storage/together.ts";
import type { CircleOfTransaction } from "./circle.ts";
import { flushRecords } from "./desk-flush.ts";
import {
  clearOn,
  createWork,
  eraseOn,
  fetchOnto,
  keepOn,
  move,
  nextOrder,
  placeRestless,
} from "./desk-work.ts";
import type { Hand, Values } from "./kept.ts";

/** What a transaction changed, for those who wait at a doorbell. */
export interface Touched {
  readonly scopes: ReadonlySet<Scope>;
  /** People who may hold other scopes than before. */
  readonly people: ReadonlySet<PersonId>;
  /** The last positions of the commits that changed it. */
  readonly commits: readonly number[];
}

/** What became of a desk. */
export interface Flushed extends Touched {
  /** The commit it makes; undefined when nothing changed. */
  readonly commit: LastCommit | undefined;
}

/** The changes of one transaction. */
export interface Desk {
  readonly t: Transaction;
  readonly now: Instant;
  readonly circle: CircleOfTransaction;
  /** Fetches records, with where they stand and who writes in them, that are not on the desk yet. */
  fetch(ids: readonly Id[]): Promise<void>;
  /** A record as it stands on the desk. */
  record(id: Id): Promise<KeptRecord | undefined>;
  /** The device that writes in a record under a client id. The record must have been fetched. */
  ownerOf(record: Id, client: number): string | undefined;
  /** True when this device ever wrote in the record. The record must have been fetched. */
  hasWritten(record: Id, device: string): boolean;
  /** The scopes a record on the desk stands in now. */
  standing(record: Id): ReadonlySet<Scope>;
  /** Puts a new or changed record on the desk, and where it stands now. */
  keep(
    record: KeptRecord,
    change: { readonly by: Hand; readonly value: Values; readonly clients: readonly number[] },
  ): Promise<void>;
  /** True for what was erased for good. */
  isErased(record: Id): Promise<boolean>;
  /** Erases a record for good. */
  erase(record: Id): Promise<void>;
  /** Takes off what stands under an id that is another record's, and that it was erased. */
  clear(id: Id): Promise<void>;
  /** Has it worked out anew, at the end, where records stand around which facts changed. */
  place(ids: readonly Id[]): void;
  /** Tells the holders of a scope to drop a record that never stood in it: its writer may not hold it. */
  turnAway(record: Id, scope: Scope): void;
  readonly memberships: Shelf<MembershipRow>;
  readonly endings: Shelf<EndingRow>;
  readonly choices: Shelf<ChoiceRow>;
  readonly closings: Shelf<ClosingRow>;
  /** Notes people who may now hold other scopes. */
  touch(people: readonly PersonId[]): void;
  /** Ids of the records changed on the desk that are about this one. */
  idsAbout(about: Id): readonly Id[];
  /** Writes everything, after the last commit where that was read in this transaction already. Nothing may be done on the desk afterwards. */
  flush(last?: LastCommit): Promise<Flushed>;
}

/** Rows on the desk that go to the database with the rest; the last of each key counts. */
export interface Shelf<R> {
  put(row: R): void;
  all(): readonly R[];
}

/** A clear desk for one transaction. */
export function openDesk(t: Transaction, now: Instant): Desk {
  const work = createWork(t, now);
  const desk: Desk = {
    t,
    now,
    circle: work.circle,
    fetch: (ids) => fetchOnto(work, ids),
    record: async (id) => {
      if (!work.records.has(id)) await fetchOnto(work, [id]);
      return work.records.get(id);
    },
    ownerOf: (record, client) => work.clients.get(record)?.get(client),
    hasWritten: (record, device) => [...(work.clients.get(record)?.values() ?? [])].includes(device),
    standing: (record) => work.places.get(record) ?? new Set(),
    keep: (record, change) => keepOn(work, record, change),
    isErased: async (record) => {
      await fetchOnto(work, [record]);
      return work.erased.has(record);
    },
    erase: (record) => eraseOn(work, record),
    clear: (id) => clearOn(work, id),
    place: (ids) => ids.forEach((id) => work.restless.add(id)),
    turnAway: (record, scope) => move(work, { scope, record, order: nextOrder(work), left: true }),
    memberships: createShelf(({ id }) => id),
    endings: createShelf(({ id }) => id),
    choices: createShelf(({ id }) => id),
    closings: createShelf(({ review, number }) => `${review} ${number}`),
    touch: (people) => people.forEach((person) => work.people.add(person)),
    idsAbout: (about) => [...(work.about.get(about) ?? [])],
    flush: async (last) => {
      await placeRestless(work);
      const [commit] = await together([flushRecords(work, last), flushShelves(desk)]);
      const scopes = new Set([...work.moves.values()].map(({ scope }) => scope));
      return { scopes, people: work.people, commits: commit ? [commit.position] : [], commit };
    },
  };
  return desk;
}

function createShelf<R>(keyOf: (row: R) => string): Shelf<R> {
  const rows = new Map<string, R>();
  return { put: (row) => void rows.set(keyOf(row), row), all: () => [...rows.values()] };
}

async function flushShelves({ t, ...desk }: Desk): Promise<void> {
  await together([
    t.memberships.put(desk.memberships.all()),
    t.memberships.addEndings(desk.endings.all()),
    t.facts.addChoices(desk.choices.all()),
    t.facts.addClosings(desk.closings.all()),
  ]);
}
