/** Puts a record on the desk that may be kept: stamps it, takes its summary, and draws the consequences of a fact. */
import type { Envelope, Stamps } from "#model/record/envelope.ts";
import type { Id, KindName, OrganisationId } from "#model/id.ts";
import { definitionOf } from "#model/kinds.ts";
import type { State } from "#model/record/record.ts";
import type { KeptRecord } from "#server/storage/storage.ts";
import type { Desk } from "./desk.ts";
import type { Hand, Values } from "./kept.ts";
import { hashOf } from "#server/sync/hashing.ts";
import { knowsWhoErased } from "./erasures.ts";
import { applyFact, familyOf, numberOf } from "./facts.ts";

/** A record that may be kept. */
export interface Keepable {
  readonly envelope: Envelope;
  readonly state: State;
  /** The projection of `state`. */
  readonly value: Values;
  /** What stands there now. */
  readonly current: KeptRecord | undefined;
  readonly hand: Hand;
  /** Client ids that become the device's own. */
  readonly clients: readonly number[];
  /** What the server said of it once; made now when absent. */
  readonly stamps?: Stamps;
}

/** The record as kept. */
export async function keepRecord(desk: Desk, keepable: Keepable): Promise<KeptRecord> {
  const { envelope, state, value, current, hand, clients } = keepable;
  const definition = definitionOf(envelope.kind);
  const about = await aboutOf(desk, envelope, value);
  const summary = definition.summary?.(value as never);
  const record: KeptRecord = {
    id: envelope.id,
    kind: envelope.kind,
    state,
    hash: hashOf(state),
    stamps: current?.stamps ?? (await stampsOf(desk, keepable)),
    ...(envelope.learner && { learner: envelope.learner }),
    ...(envelope.org && { org: envelope.org }),
    ...(about && { about }),
    ...(summary && { summary }),
  };
  await desk.keep(record, { by: hand, value, clients });
  if (definition.written === "once") await applyFact(desk, record, value);
  if (envelope.kind === "log-entry" && record.about !== current?.about)
    desk.place(await familyOf(desk, record.id));
  return record;
}

/** Where a kind names what it is about; an entry, the one it goes on from. */
const aboutFields: Partial<Record<KindName, string>> = {
  comment: "about",
  "log-entry": "continues",
  erasure: "record",
};

/** What a record is about. */
async function aboutOf(desk: Desk, { kind }: Envelope, value: Values): Promise<Id | undefined> {
  const named = value[aboutFields[kind] ?? ""];
  if (typeof named !== "string") return undefined;
  const isKnown = kind !== "erasure" || (await knowsWhoErased(desk, named as Id));
  return isKnown ? (named as Id) : undefined;
}

async function stampsOf(desk: Desk, { envelope, hand, stamps, value }: Keepable): Promise<Stamps> {
  const own = stamps ?? {
    createdBy: envelope.createdBy ?? hand.person,
    createdAt: envelope.createdAt ?? desk.now,
    arrivedAt: desk.now,
  };
  if (envelope.kind !== "review-closed" || !envelope.learner) return own;
  const place = {
    learner: envelope.learner,
    series: value["series"] as OrganisationId,
    review: value["review"] as Id<"review">,
  };
  return { ...own, number: await numberOf(desk, { ...place, wanted: stamps?.number }) };
}
