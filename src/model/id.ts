/**
 * Ids carry their kind: `comment_01J…`. Things of which there can be only one have ids derived from
 * what they belong to, so that two people who start the same thing offline start one thing.
 */
import { decodeTime, ulid } from "ulid";
import { hashOf } from "#model/record/bytes.ts";
import type { Instant } from "./time.ts";

/** The kinds of record there are. The table of what each means is `kinds.ts`. */
export const kindNames = [
  "person",
  "organisation",
  "learner",
  "membership",
  "membership-ended",
  "plan",
  "objective",
  "target",
  "how-it-is-going",
  "log-entry",
  "sharing-choice",
  "review",
  "target-outcome",
  "contribution",
  "review-closed",
  "comment",
  "private-opened",
  "erasure",
] as const;

/** One of {@link kindNames}. */
export type KindName = (typeof kindNames)[number];

/** The id of a record of one kind. */
export type Id<K extends KindName = KindName> = `${K}_${string}`;

/** The id of a person. */
export type PersonId = Id<"person">;
/** The id of a learner: the person as the owner of a plan. */
export type LearnerId = Id<"learner">;
/** The id of a school, college, provider or employer. */
export type OrganisationId = Id<"organisation">;

/** Randomness comes in through the door: a number from 0 up to, but not including, 1. */
export type Random = () => number;

/** A fresh id. Two devices never make the same one: 80 random bits besides the millisecond. */
export const createId = <K extends KindName>(kind: K, now: Instant, random: Random): Id<K> =>
  `${kind}_${ulid(Math.max(0, Math.trunc(now)), random)}`;

const freshShape = /_([0-7][0-9A-HJKMNP-TV-Z]{25})$/;

/** What the clock said of the device that made a fresh id; undefined for any other id. */
export function clockIn(id: Id): Instant | undefined {
  const fresh = freshShape.exec(id)?.[1];
  return fresh === undefined ? undefined : decodeTime(fresh);
}

/** The one id of a thing that belongs to these parts; order of the parts matters. */
export const derivedId = <K extends KindName>(kind: K, ...parts: readonly string[]): Id<K> =>
  `${kind}_${hashOf(parts.join("\n")).slice(0, 26)}`;

/** The learner who is this person. */
export const learnerOfPerson = (person: PersonId): LearnerId => `learner_${person.slice("person_".length)}`;

/** The person who is this learner. */
export const personOfLearner = (learner: LearnerId): PersonId => `person_${learner.slice("learner_".length)}`;

const shape = /^([a-z]+(?:-[a-z]+)*)_([0-9A-Za-z]{26})$/;

/** The kind an id names, or undefined when the text is no id of a known kind. */
export function kindOfId(text: unknown): KindName | undefined {
  if (typeof text !== "string") return undefined;
  const name = shape.exec(text)?.[1];
  return kindNames.find((kind) => kind === name);
}

/** True when the text is an id of this kind. */
export const isIdOf = <K extends KindName>(kind: K, text: unknown): text is Id<K> => kindOfId(text) === kind;
