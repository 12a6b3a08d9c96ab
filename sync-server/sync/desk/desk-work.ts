/** What lies on a desk, and how records are put on it: where each stands, what it replaced, what its scopes then hold. */
import { scopesOf, type Scope } from "#model/access.ts";
import { addToDigest, type Hash } from "#model/record/bytes.ts";
import { isIdOf, type Id, type PersonId } from "#model/id.ts";
import type { State } from "#model/record/record.ts";
import { audienceOf, type Audience } from "#model/kinds/sharing-choice.ts";
import type { Instant } from "#model/time.ts";
import type { ClientRow, KeptRecord, Transaction } from "#server/storage/storage.ts";
import { together } from "#server/storage/together.ts";
import { digestOf } from "#server/sync/hashing.ts";
import { openCircle, type CircleOfTransaction } from "./circle.ts";
import { envelopeOf, type Hand, type Values } from "./kept.ts";

/** A record's row in a scope, before it has a position: moves are numbered in their order. */
interface Move {
  readonly scope: Scope;
  readonly record: Id;
  readonly order: number;
  readonly left: boolean;
  readonly erased?: true;
}

/** A change, for the history. */
interface Replaced {
  readonly record: Id;
  readonly order: number;
  readonly by: Hand;
  readonly previous?: State;
}

/** What lies on a desk. */
export interface Work {
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
  /** Changed records by what they are about. */
  readonly about: Map<Id, Set<Id>>;
  /** Records around which facts changed. */
  readonly restless: Set<Id>;
  /** Of those fetched, what was erased before, and what is erased on this desk. */
  readonly erased: Set<Id>;
  readonly erasing: Set<Id>;
  /** Ids under which something stood, or was erased, that was not theirs. */
  readonly cleared: Set<Id>;
  orders: number;
}

/** Nothing on a desk yet. */
export const createWork = (t: Transaction, now: Instant): Work => ({
  t,
  now,
  circle: openCircle(t),
  records: new Map(),
  places: new Map(),
  clients: new Map(),
  dirty: new Set(),
  moves: new Map(),
  digests: new Map(),
  replaced: [],
  newClients: [],
  people: new Set(),
  about: new Map(),
  restless: new Set(),
  erased: new Set(),
  erasing: new Set(),
  cleared: new Set(),
  orders: 0,
});

/** Fetches what is not there yet: records, where they stand, who writes in them. */
export async function fetchOnto(work: Work, ids: readonly Id[]): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !work.records.has(id));
  if (wanted.length === 0) return;
  for (const id of wanted) {
    work.records.set(id, undefined);
    work.places.set(id, new Set());
    work.clients.set(id, new Map());
  }
  const [found, erased] = await together([work.t.records.byIds(wanted), work.t.records.erased(wanted)]);
  for (const id of erased) work.erased.add(id);
  for (const record of found) work.records.set(record.id, record);
  const there = found.map(({ id }) => id);
  const [rows, clients] = await together([work.t.scopes.rowsOf(there), work.t.history.clients(there)]);
  for (const { record, scope, left } of rows) if (!left) work.places.get(record)?.add(scope);
  for (const { record, client, device } of clients) work.clients.get(record)?.set(client, device);
}

/** Puts a new or changed record down. */
export async function keepOn(
  work: Work,
  record: KeptRecord,
  { by, value, clients }: { readonly by: Hand; readonly value: Values; readonly clients: readonly number[] },
): Promise<void> {
  const before = work.records.get(record.id);
  const scopes = await scopesNow(work, record, value);
  const order = nextOrder(work);
  work.records.set(record.id, record);
  work.dirty.add(record.id);
  if (record.about) work.about.set(record.about, (work.about.get(record.about) ?? new Set()).add(record.id));
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

/** Takes a record away for good, with all that is kept of it; whoever holds it anywhere is told. */
export async function eraseOn(work: Work, id: Id): Promise<void> {
  await fetchOnto(work, [id]);
  if (work.erased.has(id)) return;
  const before = work.records.get(id);
  const stood = work.places.get(id) ?? new Set<Scope>();
  const order = nextOrder(work);
  if (before) for (const scope of stood) shift(work, scope, -1, digestOf(id, before.hash));
  const ever = new Set([...stood, ...(await work.t.scopes.rowsOf([id])).map(({ scope }) => scope)]);
  for (const scope of ever) move(work, { scope, record: id, order, left: true, erased: true });
  work.erased.add(id);
  work.erasing.add(id);
  setEmpty(work, id);
}

/** Takes off what stands under an id that is another record's, and that it was erased; the other is kept under it next. */
export async function clearOn(work: Work, id: Id): Promise<void> {
  await fetchOnto(work, [id]);
  const before = work.records.get(id);
  const order = nextOrder(work);
  for (const scope of before ? (work.places.get(id) ?? []) : []) {
    if (before) shift(work, scope, -1, digestOf(id, before.hash));
    move(work, { scope, record: id, order, left: true });
  }
  work.erased.delete(id);
  work.erasing.delete(id);
  work.cleared.add(id);
  setEmpty(work, id);
}

function setEmpty(work: Work, id: Id): void {
  work.records.set(id, undefined);
  work.dirty.delete(id);
  work.places.set(id, new Set());
  work.clients.set(id, new Map());
}

/** Works out anew where the restless records stand, once for all that changed around them. */
export async function placeRestless(work: Work): Promise<void> {
  await fetchOnto(work, [...work.restless]);
  for (const id of work.restless) {
    const record = work.records.get(id);
    if (!record) continue;
    const scopes = await scopesNow(work, record, { ...record.summary, about: record.about });
    const standing = work.places.get(id) ?? new Set<Scope>();
    const entered = scopes.filter((scope) => !standing.has(scope));
    if (entered.length === 0 && scopes.length === standing.size) continue;
    const order = nextOrder(work);
    for (const scope of entered) move(work, { scope, record: id, order, left: false });
    settlePlaces(work, { record: id, before: record.hash, now: record.hash, scopes, order });
  }
}

async function scopesNow(work: Work, record: KeptRecord, value: Values): Promise<readonly Scope[]> {
  const entries = await entriesBehind(work, record);
  return work.circle.ask(({ circle, choicesOf }) => {
    const audienceIn = (entry: Id<"log-entry">): Audience =>
      audienceOf(choicesOf(entry).filter(({ learner }) => learner === record.learner));
    const isShared = entries.map(audienceIn).every((audience) => audience === "tutor");
    const audience = isShared && entries.length <= mostParts ? "tutor" : "only-me";
    return scopesOf({ circle, audienceOf: () => audience }, envelopeOf(record), value);
  });
}

/** The most records an entry goes on from; beyond them it is its author's alone. */
const mostParts = 200;

/** The entry that a record is or is about, and those it goes on from: it is shared as far as all of them are. Source: RULES A7, A11. */
async function entriesBehind(work: Work, record: KeptRecord): Promise<readonly Id<"log-entry">[]> {
  const entries: Id<"log-entry">[] = [];
  let next = record.kind === "log-entry" ? record.id : record.about;
  while (isIdOf("log-entry", next) && !entries.includes(next) && entries.length <= mostParts) {
    entries.push(next);
    if (next !== record.id) await fetchOnto(work, [next]);
    next = (next === record.id ? record : work.records.get(next))?.about;
  }
  return entries;
}

/** Brings digests and places to what stands now, and writes a `left` row where the record stood before. */
function settlePlaces(
  work: Work,
  of: {
    readonly record: Id;
    readonly before: Hash | undefined;
    readonly now: Hash;
    readonly scopes: readonly Scope[];
    readonly order: number;
  },
): void {
  const stood = work.places.get(of.record) ?? new Set<Scope>();
  const stands = new Set(of.scopes);
  const is = digestOf(of.record, of.now);
  const was = of.before === of.now ? is : of.before && digestOf(of.record, of.before);
  for (const scope of stood) {
    if (was !== undefined && !(was === is && stands.has(scope))) shift(work, scope, -1, was);
    if (!stands.has(scope)) move(work, { scope, record: of.record, order: of.order, left: true });
  }
  for (const scope of stands) if (!(was === is && stood.has(scope))) shift(work, scope, 1, is);
  work.places.set(of.record, stands);
}

function shift(work: Work, scope: Scope, sign: 1 | -1, part: number): void {
  work.digests.set(scope, addToDigest(work.digests.get(scope) ?? 0, part, sign));
}

/** Notes a row; the last of a scope and record counts. */
export const move = (work: Work, moved: Move): void =>
  void work.moves.set(`${moved.scope} ${moved.record}`, moved);

/** The place of the next change among those of this desk. */
export function nextOrder(work: Work): number {
  work.orders += 1;
  return work.orders - 1;
}
