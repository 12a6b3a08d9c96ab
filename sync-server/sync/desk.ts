/**
 * The desk on which one transaction's changes are worked out: what is stored is fetched onto it,
 * changes are made on it, and at the end everything goes to the database in a few statements. Nothing
 * is written before all checks of all records are done. A record moves to a new position in each scope it stands
 * in; scopes it no longer stands in are told that it left. Source: RULES A9, S7, S9.
 */
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { scopesOf, type Scope } from "#model/access.ts";
import { addToDigest, digestOf, type Hash } from "#model/bytes.ts";
import type { Envelope } from "#model/envelope.ts";
import type { Id, PersonId } from "#model/id.ts";
import type { State } from "#model/record.ts";
import { audienceOf } from "#model/sharing-choice.ts";
import type { Instant } from "#model/time.ts";
import type { EndingRow, MembershipRow } from "#server/storage/membership-storage.ts";
import type { ChoiceRow, ClientRow, ClosingRow, KeptRecord, ScopeRow, Transaction } from "#server/storage/storage.ts";
import { openCircle, type CircleOfTransaction } from "./circle.ts";

const deflate = promisify(deflateRaw);

/** Who makes a change, from where. */
export interface Hand {
  readonly person: PersonId;
  readonly device: string;
}

/** What a transaction changed, for those who wait at a doorbell. */
export interface Touched {
  readonly scopes: ReadonlySet<Scope>;
  /** People who may hold other scopes than before. */
  readonly people: ReadonlySet<PersonId>;
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
  keep(record: KeptRecord, change: { readonly by: Hand; readonly value: Values; readonly clients: readonly number[] }): Promise<void>;
  /** Works out anew where records stand, after facts about them changed. */
  place(ids: readonly Id[]): Promise<void>;
  /** Tells the holders of a scope to drop a record that never stood in it: its writer may not hold it. */
  turnAway(record: Id, scope: Scope): void;
  readonly memberships: Shelf<MembershipRow>;
  readonly endings: Shelf<EndingRow>;
  readonly choices: Shelf<ChoiceRow>;
  readonly closings: Shelf<ClosingRow>;
  /** Notes people who may now hold other scopes. */
  touch(people: readonly PersonId[]): void;
  /** Ids of the records on the desk that are about this one. */
  idsAbout(about: Id): readonly Id[];
  /** Writes everything. Nothing may be done on the desk afterwards. */
  flush(): Promise<Touched>;
}

/** Rows on the desk that go to the database with the rest; the last of each key counts. */
export interface Shelf<R> {
  put(row: R): void;
  all(): readonly R[];
}

/** A record's projection, of whatever kind. */
export type Values = Readonly<Record<string, unknown>>;

/** The fixed outside of a kept record, with what the server stamped. */
export const envelopeOf = ({ id, kind, learner, org, stamps }: Pick<KeptRecord, "id" | "kind" | "learner" | "org" | "stamps">): Envelope => ({
  id,
  kind,
  ...(learner && { learner }),
  ...(org && { org }),
  createdBy: stamps.createdBy,
  createdAt: stamps.createdAt,
});

interface Move {
  readonly scope: Scope;
  readonly record: Id;
  readonly order: number;
  readonly left: boolean;
}

interface Replaced {
  readonly record: Id;
  readonly order: number;
  readonly by: Hand;
  readonly previous?: State;
}

interface Work {
  readonly t: Transaction;
  readonly now: Instant;
  readonly circle: CircleOfTransaction;
  readonly records: Map<Id, KeptRecord | undefined>;
  readonly places: Map<Id, Set<Scope>>;
  readonly clients: Map<Id, Map<number, string>>;
  readonly dirty: Set<Id>;
  readonly moves: Map<string, Move>;
  readonly digests: Map<Scope, number>;
  readonly replaced: Replaced[];
  readonly newClients: ClientRow[];
  readonly people: Set<PersonId>;
  orders: number;
}

/** A clear desk for one transaction. */
export function openDesk(t: Transaction, now: Instant): Desk {
  const work: Work = {
    ...{ t, now, circle: openCircle(t), records: new Map(), places: new Map(), clients: new Map(), dirty: new Set() },
    ...{ moves: new Map(), digests: new Map(), replaced: [], newClients: [], people: new Set(), orders: 0 },
  };
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
    place: (ids) => placeAgain(work, ids),
    turnAway: (record, scope) => void move(work, { scope, record, order: nextOrder(work), left: true }),
    memberships: createShelf(({ id }) => id),
    endings: createShelf(({ id }) => id),
    choices: createShelf(({ id }) => id),
    closings: createShelf(({ review, number }) => `${review} ${number}`),
    touch: (people) => people.forEach((person) => work.people.add(person)),
    idsAbout: (about) => [...work.dirty].filter((id) => work.records.get(id)?.about === about),
    flush: async () => {
      await flushRecords(work);
      await flushShelves(desk);
      return { scopes: new Set([...work.moves.values()].map(({ scope }) => scope)), people: work.people };
    },
  };
  return desk;
}

function createShelf<R>(keyOf: (row: R) => string): Shelf<R> {
  const rows = new Map<string, R>();
  return { put: (row) => void rows.set(keyOf(row), row), all: () => [...rows.values()] };
}

async function fetchOnto(work: Work, ids: readonly Id[]): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !work.records.has(id));
  if (wanted.length === 0) return;
  for (const id of wanted) {
    work.records.set(id, undefined);
    work.places.set(id, new Set());
    work.clients.set(id, new Map());
  }
  const found = await work.t.records.byIds(wanted);
  for (const record of found) work.records.set(record.id, record);
  const there = found.map(({ id }) => id);
  for (const { record, scope, left } of await work.t.scopes.rowsOf(there)) if (!left) work.places.get(record)?.add(scope);
  for (const { record, client, device } of await work.t.history.clients(there)) work.clients.get(record)?.set(client, device);
}

async function keepOn(
  work: Work,
  record: KeptRecord,
  { by, value, clients }: { readonly by: Hand; readonly value: Values; readonly clients: readonly number[] },
): Promise<void> {
  const before = work.records.get(record.id);
  const scopes = await scopesNow(work, record, value);
  const order = nextOrder(work);
  work.records.set(record.id, record);
  work.dirty.add(record.id);
  work.replaced.push({ record: record.id, order, by, ...(before && { previous: before.state }) });
  const owners = work.clients.get(record.id) ?? new Map<number, string>();
  work.clients.set(record.id, owners);
  for (const client of clients) {
    if (owners.has(client)) continue;
    owners.set(client, by.device);
    work.newClients.push({ record: record.id, client, device: by.device });
  }
  for (const scope of scopes) move(work, { scope, record: record.id, order, left: false });
  settlePlaces(work, { record: record.id, before: before?.hash, now: record.hash, scopes, order });
}

async function placeAgain(work: Work, ids: readonly Id[]): Promise<void> {
  await fetchOnto(work, ids);
  for (const id of new Set(ids)) {
    const record = work.records.get(id);
    if (!record) continue;
    const scopes = await scopesNow(work, record, { about: record.about });
    const standing = work.places.get(id) ?? new Set<Scope>();
    const entered = scopes.filter((scope) => !standing.has(scope));
    if (entered.length === 0 && scopes.length === standing.size) continue;
    const order = nextOrder(work);
    for (const scope of entered) move(work, { scope, record: id, order, left: false });
    settlePlaces(work, { record: id, before: record.hash, now: record.hash, scopes, order });
  }
}

const scopesNow = (work: Work, record: KeptRecord, value: Values): Promise<readonly Scope[]> =>
  work.circle.ask(({ circle, choicesOf }) => {
    const own = (entry: Id<"log-entry">) => choicesOf(entry).filter(({ learner }) => learner === record.learner);
    return scopesOf({ circle, audienceOf: (entry) => audienceOf(own(entry)) }, envelopeOf(record), value);
  });

/** Brings digests and places to what stands now, and writes a `left` row where the record stood before. */
function settlePlaces(
  work: Work,
  of: { readonly record: Id; readonly before: Hash | undefined; readonly now: Hash; readonly scopes: readonly Scope[]; readonly order: number },
): void {
  const stood = work.places.get(of.record) ?? new Set<Scope>();
  for (const scope of stood) {
    if (of.before !== undefined) shift(work, scope, -1, digestOf(of.record, of.before));
    if (!of.scopes.includes(scope)) move(work, { scope, record: of.record, order: of.order, left: true });
  }
  for (const scope of of.scopes) shift(work, scope, 1, digestOf(of.record, of.now));
  work.places.set(of.record, new Set(of.scopes));
}

function shift(work: Work, scope: Scope, sign: 1 | -1, part: number): void {
  work.digests.set(scope, addToDigest(work.digests.get(scope) ?? 0, part, sign));
}

const move = (work: Work, moved: Move): void => void work.moves.set(`${moved.scope} ${moved.record}`, moved);

function nextOrder(work: Work): number {
  work.orders += 1;
  return work.orders - 1;
}

/** Marks are read before positions are reserved: whoever else writes in these scopes waits there. */
async function flushRecords(work: Work): Promise<void> {
  const { t } = work;
  if (work.orders === 0) return;
  const moves = [...work.moves.values()];
  const scopes = [...new Set([...moves.map(({ scope }) => scope), ...work.digests.keys()])].toSorted();
  const marks = await t.scopes.marks(scopes);
  const first = await t.scopes.reserve(work.orders);
  const last = new Map<Scope, number>();
  const rows = moves.map(({ order, ...row }): ScopeRow => ({ ...row, position: first + order }));
  for (const { scope, position } of rows) last.set(scope, Math.max(position, last.get(scope) ?? 0));
  await t.records.put([...work.dirty].flatMap((id) => work.records.get(id) ?? []));
  await t.scopes.putRows(rows);
  await t.scopes.putMarks(
    scopes.map((scope) => ({
      scope,
      position: last.get(scope) ?? marks.get(scope)?.position ?? 0,
      digest: addToDigest(marks.get(scope)?.digest ?? 0, work.digests.get(scope) ?? 0),
    })),
  );
  await t.history.addClients(work.newClients);
  await flushHistory(work, first);
}

async function flushHistory({ t, now, replaced }: Work, first: number): Promise<void> {
  const rows = await Promise.all(
    replaced.map(async ({ record, order, by, previous }) => ({
      ...{ record, position: first + order, at: now, by: by.person, device: by.device },
      ...(previous && { previous: await deflate(previous) }),
    })),
  );
  await t.history.add(rows);
}

async function flushShelves({ t, ...desk }: Desk): Promise<void> {
  await t.memberships.put(desk.memberships.all());
  await t.memberships.addEndings(desk.endings.all());
  await t.facts.addChoices(desk.choices.all());
  await t.facts.addClosings(desk.closings.all());
}

