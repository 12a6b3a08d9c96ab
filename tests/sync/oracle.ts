/**
 * What must be true of a world when everything has come to rest. The oracle knows what people wrote
 * (the ledger), what the server's records say, and what lies on each device; nothing of how it got
 * there. Source: RULES M1–M5, A1, A8–A10, S3–S6, S9, S11, R4.
 */
import type { Scope } from "#model/access.ts";
import { addToDigest, canonicalJson, digestOf, hashOf } from "#model/record/bytes.ts";
import type { Hash } from "#model/record/bytes.ts";
import { personOfLearner } from "#model/id.ts";
import type { Erasure } from "#model/kinds/erasure.ts";
import type { Id } from "#model/id.ts";
import type { ProblemCode } from "#model/outcome.ts";
import type { ReviewClosed } from "#model/kinds/review.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Row } from "#store/replicate/row.ts";
import type { MemoryDisk } from "#tests/support/memory-rows.ts";
import { asideOn, copiesIn, missing, timesIn } from "#tests/sync/writing/keeping.ts";
import type { Ledger } from "#tests/sync/writing/ledger.ts";
import { grace } from "#tests/sync/writing/people.ts";
import type { DeviceOwner } from "#tests/sync/writing/people.ts";
import { readState, truthOf } from "#tests/sync/writing/truth.ts";
import type { Held, ServerRecord, Truth } from "#tests/sync/writing/truth.ts";

/** A device at rest. */
export interface DeviceAtRest {
  readonly owner: DeviceOwner;
  readonly disk: MemoryDisk;
}

/** A world at rest. */
export interface AtRest {
  readonly records: readonly ServerRecord[];
  /** The digest the server keeps of each scope there is. */
  readonly digests: ReadonlyMap<Scope, number>;
  /** What was written before access ended, in the server's tray. */
  readonly tray: readonly Held[];
  readonly devices: readonly DeviceAtRest[];
  readonly ledger: Ledger;
}

/** Everything that is not as it must be, in words; nothing for a world in order. */
export function findings(world: AtRest): readonly string[] {
  const truth = truthOf(world.records);
  return [
    ...lost(world),
    ...doubled(world),
    ...returned(world),
    ...misnumbered(world.records),
    ...miscounted(world, truth),
    ...world.devices.flatMap((device) => [...misheld(device, world, truth), ...unsettled(device)]),
  ];
}

/** What was refused or written too late is kept aside; that is no loss where somebody's access was taken away. */
function lost({ records, tray, devices, ledger }: AtRest): readonly string[] {
  const server = copiesIn(records);
  const anywhere = copiesIn(records, tray, ...devices.map(({ disk }) => asideOn(disk)));
  const mayBeAside = (entry: { readonly by: string; readonly learner: Held["envelope"]["learner"] }) =>
    entry.by !== grace &&
    entry.learner !== undefined &&
    entry.by !== personOfLearner(entry.learner) &&
    ledger.facts.some((fact) => fact.narrows && fact.learner === entry.learner);
  return missing(ledger, (entry) => (mayBeAside(entry) ? anywhere : server)).map(
    ({ device, ...entry }) => `lost, written on ${device}: ${JSON.stringify(entry)}`,
  );
}

const doubled = ({ records, ledger }: AtRest): readonly string[] =>
  ledger.words.flatMap(({ id, word }) =>
    records.some((record) => record.envelope.id === id && timesIn(record, word) > 1)
      ? [`doubled: ${word} in ${id}`]
      : [],
  );

/** Of what was erased nothing is anywhere: not on the server, not in its tray, not on any device. */
function returned({ records, tray, devices, ledger }: AtRest): readonly string[] {
  const erased = new Set(
    records.flatMap(({ envelope, value }) =>
      envelope.kind === "erasure" ? [(value as Erasure).record] : [],
    ),
  );
  const among = (where: string, ids: Iterable<Id>) =>
    [...ids]
      .filter((id) => erased.has(id as Erasure["record"]))
      .map((id) => `erased, and still ${where}: ${id}`);
  return [
    ...among(
      "on the server",
      records.map(({ envelope }) => envelope.id),
    ),
    ...among(
      "in the tray",
      tray.map(({ envelope }) => envelope.id),
    ),
    ...devices.flatMap(({ owner: { name }, disk }) =>
      among(`on ${name}`, [
        ...[...disk.rows.values()].filter(saysSomething(ledger)).map(({ id }) => id),
        ...disk.refused.keys(),
      ]),
    ),
  ];
}

/** False for what is left of what was erased here: no words, and nothing that is compared or sent. */
const saysSomething =
  ({ words }: Ledger) =>
  ({ id, envelope, state, ...row }: Row): boolean =>
    row.erased !== true ||
    isUnsent(row) ||
    row.base !== undefined ||
    row.serverHash !== undefined ||
    words.some(
      (entry) => entry.id === id && timesIn({ envelope, value: readState(envelope, state) }, entry.word) > 0,
    );

/** Numbers of each series run from 1 without gaps, one a review, whoever closed it how often. */
function misnumbered(records: readonly ServerRecord[]): readonly string[] {
  const series = Map.groupBy(
    records.filter(({ envelope }) => envelope.kind === "review-closed"),
    ({ envelope, value }) => `${envelope.learner} ${(value as ReviewClosed).series}`,
  );
  return [...series].flatMap(([name, closings]) => {
    const numbers = new Map(
      closings.map(({ value, stamps }) => [(value as ReviewClosed).review, stamps.number]),
    );
    const isOneEach = closings.every(
      ({ value, stamps }) => numbers.get((value as ReviewClosed).review) === stamps.number,
    );
    const isWhole = [...numbers.values()]
      .toSorted((a, b) => (a ?? 0) - (b ?? 0))
      .every((number, index) => number === index + 1);
    return isOneEach && isWhole
      ? []
      : [`numbers of ${name}: ${closings.map(({ stamps }) => stamps.number).join()}`];
  });
}

type Digests = ReadonlyMap<Scope, number>;

function digestsOf(
  held: Iterable<{ readonly scopes: readonly Scope[]; readonly id: Id; readonly hash: Hash }>,
): Digests {
  const sums = new Map<Scope, number>();
  for (const { scopes, id, hash } of held)
    for (const scope of scopes) sums.set(scope, addToDigest(sums.get(scope) ?? 0, digestOf(id, hash)));
  return sums;
}

/** The server's digests are those of what stands in each scope. */
function miscounted({ records, digests }: AtRest, truth: Truth): readonly string[] {
  const sums = digestsOf(
    records.map((record) => ({ scopes: truth.scopes(record), id: record.envelope.id, hash: record.hash })),
  );
  return [...digests].flatMap(([scope, digest]) =>
    digest === (sums.get(scope) ?? 0) ? [] : [`the server miscounts ${scope}`],
  );
}

/** A device holds what its person may hold, all of it and nothing else, with the server's bytes. */
function misheld(
  { owner, disk }: DeviceAtRest,
  { records, digests }: AtRest,
  truth: Truth,
): readonly string[] {
  const { name } = owner;
  const held = truth.held(owner.person, owner.opened);
  // What is left of what was erased here is nothing that could be held.
  const rows = [...disk.rows.values()].filter(({ erased }) => !erased);
  const due = records.filter((record) => truth.scopes(record).some((scope) => held.has(scope)));
  const dueIds = new Set(due.map(({ envelope }) => envelope.id));
  const here = digestsOf(rows.map(({ id, scopes, state }) => ({ id, scopes, hash: hashOf(state) })));
  return [
    ...rows.filter(({ id }) => !dueIds.has(id)).map(({ id }) => `${name} holds ${id}, which it may not`),
    ...[...here.keys()]
      .filter((scope) => !held.has(scope))
      .map((scope) => `${name} holds ${scope}, which it has lost`),
    ...due
      .filter(({ envelope }) => !disk.rows.has(envelope.id))
      .map(({ envelope }) => `${name} lacks ${envelope.id}`),
    ...[...held]
      .filter((scope) => (here.get(scope) ?? 0) !== (digests.get(scope) ?? 0))
      .map((scope) => `${name} and the server disagree about ${scope}`),
    ...rows.filter((row) => !isProjection(row)).map(({ id }) => `${name} shows ${id} as it is not`),
  ];
}

const isProjection = ({ envelope, state, value }: Row): boolean =>
  canonicalJson(value) === canonicalJson(readState(envelope, state));

/** Why words may lie aside at the end: for want of access, and of room in the tray. */
const asideFor: ReadonlySet<ProblemCode> = new Set(["not-allowed", "tray-full"]);

/** Nothing waits, and nothing was refused but for want of access. */
const unsettled = ({ owner, disk }: DeviceAtRest): readonly string[] => [
  ...[...disk.rows.values()].filter(isUnsent).map(({ id }) => `${owner.name} has not sent ${id}`),
  ...[...disk.refused.values()]
    .filter(({ problem }) => !asideFor.has(problem.code))
    .map(({ id, problem }) => `${owner.name} was refused ${id}: ${problem.code} ${problem.detail ?? ""}`),
];
