/**
 * Whether one record from outside is taken, and what becomes of it: limits, envelope, derived id,
 * access, whose client ids, the facts it names; then it is merged and put on the desk. Taken whole or
 * refused whole, with the reason. Source: RULES M9–M13, A5, S12.
 */
import {
  mayWrite,
  relationsToLearner,
  relationsToOrganisation,
  sectionReaders,
  type Circle,
  type Scope,
} from "#model/access.ts";
import { hashOf, sameBytes } from "#model/record/bytes.ts";
import { isEnvelope, sameEnvelope, type Envelope, type Stamps } from "#model/record/envelope.ts";
import { kindNames, type LearnerId, type PersonId } from "#model/id.ts";
import type { KindDefinition } from "#model/record/kind.ts";
import { definitionOf } from "#model/kinds.ts";
import { isWithoutReason, privateOpened } from "#model/kinds/private-opened.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { acceptUpdate, type Accepted } from "#model/record/record-limits.ts";
import { emptyState, project, type State } from "#model/record/record.ts";
import type { Fields, Lists } from "#model/record/schema.ts";
import type { KeptRecord } from "#server/storage/storage.ts";
import type { Desk } from "#server/sync/desk/desk.ts";
import { envelopeOf, type Hand, type Values } from "#server/sync/desk/kept.ts";
import { checkLinks } from "#server/sync/desk/facts.ts";
import { keepRecord } from "#server/sync/desk/keep.ts";
import { bareEnvelope } from "./site.ts";
import { standingUnder } from "./whose-id.ts";

/** A record as somebody brings it. */
export interface Brought {
  /** Without its creator where `stamps` name them. */
  readonly envelope: Envelope;
  readonly state: State;
  /** What the server said of it once, proved by a receipt: then it is taken whoever brings it. */
  readonly stamps?: Stamps;
}

/** A record on its way in, with what is known of it so far. */
interface Arrival extends Brought {
  readonly definition: KindDefinition<Fields, Lists>;
  readonly current: KeptRecord | undefined;
  readonly hand: Hand;
}

/**
 * The record as it stands after taking in what was brought; the same as before when that brought nothing
 * new. Whoever repeats what they wrote is told so again, also when they may write no more. A stranger to whom it is about is
 * told the same whether it is there, was erased or never was. Source: RULES A21.
 */
export async function accept(desk: Desk, hand: Hand, brought: Brought): Promise<Outcome<KeptRecord>> {
  const definition = definitionAt(brought);
  if (!definition.ok) return definition;
  if (brought.stamps || !(await isStranger(desk, hand, brought.envelope)))
    return takeIn(desk, hand, { ...brought, definition: definition.value });
  await desk.fetch([brought.envelope.id]);
  if (!desk.hasWritten(brought.envelope.id, hand.device)) return no("not-allowed");
  const repeated = await takeIn(desk, hand, { ...brought, definition: definition.value });
  return repeated.ok ? repeated : no("not-allowed");
}

/** True for who is nothing to whom a record says it is about: nothing of it is theirs to write. */
const isStranger = (desk: Desk, { person }: Hand, { learner, org }: Envelope): Promise<boolean> =>
  desk.circle.ask(({ circle }) => {
    const relations = learner
      ? relationsToLearner(circle, person, learner)
      : org && relationsToOrganisation(circle, person, org);
    return !relations || relations.size === 0;
  });

async function takeIn(
  desk: Desk,
  hand: Hand,
  brought: Omit<Arrival, "current" | "hand">,
): Promise<Outcome<KeptRecord>> {
  const { definition } = brought;
  const standing = await standingUnder(desk, brought);
  if (!standing.ok) return standing;
  const { current, isOthers } = standing.value;
  // Of things of which there is one the server says who began it and when: a restored one may say otherwise than before.
  const claimed = definition.idOf ? bareEnvelope(brought.envelope) : brought.envelope;
  if (current && !sameEnvelope(claimed, envelopeOf(current))) return no("envelope-changed");
  const arrival: Arrival = { ...brought, current, hand };
  const isTheirs = current && (brought.stamps !== undefined || desk.hasWritten(current.id, hand.device));
  if (isTheirs && sameBytes(current.state, arrival.state)) return yes(current);
  const merged = acceptUpdate(arrival.definition, current?.state ?? emptyState, arrival.state);
  if (!merged.ok) return merged;
  const isKnown = current !== undefined && sameBytes(current.state, merged.value.state);
  if (isKnown && isTheirs) return yes(await asTheyKnowIt(desk, arrival, current));
  const checked = await check(desk, arrival, merged.value);
  if (!checked.ok) return checked;
  if (isKnown) return yes(current);
  if (current && arrival.definition.written === "once" && !isItsRest(arrival, merged.value))
    return no("already-written");
  if (isOthers) await desk.clear(brought.envelope.id);
  const record = await keepRecord(desk, {
    ...arrival,
    ...merged.value,
    clients: brought.stamps ? [] : merged.value.writers,
    value: checked.value,
  });
  if (!brought.stamps) await turnAwayIfHidden(desk, record, hand.person);
  return yes(record);
}

/** An opening that came out of the journal without its reason gets it back from a device, with the server's own receipt. Source: RULES S15. */
const isItsRest = ({ current, stamps, state }: Arrival, merged: Accepted<Fields, Lists>): boolean =>
  current?.kind === "private-opened" &&
  stamps !== undefined &&
  isWithoutReason(project(privateOpened, current.state)) &&
  sameBytes(merged.state, state);

function definitionAt({ envelope, stamps }: Brought): Outcome<KindDefinition<Fields, Lists>> {
  if (!kindNames.includes(envelope.kind)) return no("unknown-kind");
  if (!isEnvelope(envelope)) return no("malformed", "envelope");
  const definition = definitionOf(envelope.kind);
  const about = [envelope.learner && "learner", envelope.org && "organisation"].filter(
    (part) => part !== undefined,
  );
  const fits = about.length === 1 && definition.about.includes(about[0] ?? "");
  if (!fits) return no("malformed", "envelope");
  const isSigned =
    stamps !== undefined || (envelope.createdBy !== undefined && envelope.createdAt !== undefined);
  if (!definition.idOf && !isSigned) return no("malformed", "createdBy");
  return yes(definition);
}

/** The value as it would stand, when nothing is against it. A receipt stands for the rights of who wrote it. */
async function check(
  desk: Desk,
  arrival: Arrival,
  { value, before, writers }: Accepted<Fields, Lists>,
): Promise<Outcome<Values>> {
  const { definition, envelope, current, hand, stamps } = arrival;
  const writer = current?.stamps.createdBy ?? stamps?.createdBy ?? envelope.createdBy ?? hand.person;
  if (definition.idOf && definition.idOf({ envelope, value, writer }) !== envelope.id) return no("wrong-id");
  if (stamps) return yes(value);
  if (!(await mayHandWrite(desk, arrival, { before, after: value }))) return no("not-allowed");
  const isOthers = (client: number): boolean =>
    (desk.ownerOf(envelope.id, client) ?? hand.device) !== hand.device;
  if (writers.some(isOthers)) return no("client-id-taken");
  const linked = await checkLinks(desk, envelope, value);
  return linked.ok ? yes(value) : linked;
}

async function mayHandWrite(
  desk: Desk,
  { envelope, current, hand }: Arrival,
  { before, after }: { readonly before: Values | undefined; readonly after: Values },
): Promise<boolean> {
  const of = current ? envelopeOf(current) : { createdBy: hand.person, ...envelope };
  return desk.circle.ask(({ circle }) => {
    const may = (value: Values): boolean =>
      mayWrite(circle, hand.person, { envelope: of, value, isNew: current === undefined });
    return may(after) && (before === undefined || may(before));
  });
}

/** A comment can arrive after its entry was closed to its writer: their device is told to drop it. Source: RULES A8, A11. */
async function turnAwayIfHidden(desk: Desk, record: KeptRecord, person: PersonId): Promise<void> {
  if (!(await holds(desk, record, person))) desk.turnAway(record.id, `own:${person}`);
}

/** A record to which nothing was brought: as it was sent for who may not hold it, since its hash now would say whether others have written since. */
const asTheyKnowIt = async (
  desk: Desk,
  { state, stamps, hand }: Arrival,
  current: KeptRecord,
): Promise<KeptRecord> =>
  stamps || (await holds(desk, current, hand.person)) ? current : { ...current, state, hash: hashOf(state) };

const holds = (desk: Desk, record: KeptRecord, person: PersonId): Promise<boolean> =>
  desk.circle.ask(({ circle }) =>
    [...desk.standing(record.id)].some((scope) => isHeld(circle, { scope, person, learner: record.learner })),
  );

function isHeld(
  circle: Circle,
  {
    scope,
    person,
    learner,
  }: { readonly scope: Scope; readonly person: PersonId; readonly learner: LearnerId | undefined },
): boolean {
  const [section] = scope.split(":");
  if (section === "own") return scope === `own:${person}`;
  if (learner === undefined || (section !== "plan" && section !== "log")) return true;
  const relations = relationsToLearner(circle, person, learner);
  return sectionReaders[section].some((relation) => relations.has(relation));
}
