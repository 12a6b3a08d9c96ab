/**
 * What is settled about a record when it is created and never changes after: the server checks it
 * at first arrival and refuses a record whose envelope differs later.
 */
import type { Id, KindName, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import { isIdOf, kindOfId } from "#model/id.ts";
import type { Instant } from "#model/time.ts";

/** A record's fixed outside. Exactly one of `learner` and `org` is present, but for kinds about either. */
export interface Envelope {
  readonly id: Id;
  readonly kind: KindName;
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
  /** Absent until the server stamps it, on things of which there is one. */
  readonly createdBy?: PersonId;
  /** As the creating device's clock had it; stamped by the server where `createdBy` is. */
  readonly createdAt?: Instant;
}

/** What the server alone says of a record, beside its envelope. */
export interface Stamps {
  readonly createdBy: PersonId;
  readonly createdAt: Instant;
  /** When it first reached the server, by the server's clock. */
  readonly arrivedAt: Instant;
  /** Of a review's closing: its place in the series, from 1, without gaps. Source: RULES R4. */
  readonly number?: number;
}

/** Longer than any device is away from the server and still comes back with its clock right, in milliseconds. */
const longestAwayMs = 400 * 86_400_000;

/**
 * When a record was made, as far as that can be known: as its device's clock had it, unless that says after it reached the
 * server or more than a year before. Then the clock was wrong, and it was made when it came.
 */
export const madeAt = ({ createdAt, arrivedAt }: Pick<Stamps, "createdAt" | "arrivedAt">): Instant =>
  createdAt > arrivedAt || createdAt < arrivedAt - longestAwayMs ? arrivedAt : createdAt;

/** True when both describe the same creation; what the server stamps may be missing on either side. */
export const sameEnvelope = (a: Envelope, b: Envelope): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.learner === b.learner &&
  a.org === b.org &&
  (a.createdBy === undefined || b.createdBy === undefined || a.createdBy === b.createdBy) &&
  (a.createdAt === undefined || b.createdAt === undefined || a.createdAt === b.createdAt);

/** True for an envelope whose parts have the right shapes and agree with the id. */
export const isEnvelope = (e: Envelope): boolean =>
  kindOfId(e.id) === e.kind &&
  (e.learner === undefined || isIdOf("learner", e.learner)) &&
  (e.org === undefined || isIdOf("organisation", e.org)) &&
  (e.createdBy === undefined || isIdOf("person", e.createdBy)) &&
  (e.createdAt === undefined || (Number.isSafeInteger(e.createdAt) && e.createdAt >= 0));
