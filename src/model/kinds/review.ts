/**
 * A review and the family of records around it. The review itself (dates, who is there, the overall
 * view) and one outcome a target belong to the staff of its series; each person's own words are
 * their contribution; closing freezes what stood there. Source: the ILP guide, stage 3; RULES R1–R8.
 */
import { derivedId } from "#model/id.ts";
import type { Id, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import { defineKind } from "#model/record/kind.ts";
import { date, document, flag, link, oneOf, phrase, text } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";
import { feelings } from "./how-it-is-going.ts";

/** Which review is meant before it has a number: the one of this series that follows `previous`. */
export interface ReviewPlace {
  readonly learner: LearnerId;
  /** The organisation whose programme is reviewed. */
  readonly series: OrganisationId;
  /** The last closed review of the series; absent for the first. */
  readonly previous?: Id<"review">;
}

/** The id of a review, the same on every device that starts it. Source: RULES M3. */
export const reviewIdOf = ({ learner, series, previous }: ReviewPlace): Id<"review"> =>
  derivedId("review", learner, series, previous ?? "first");

/** The id of the outcome of one target at one review. */
export const targetOutcomeIdOf = (review: Id<"review">, target: Id<"target">): Id<"target-outcome"> =>
  derivedId("target-outcome", review, target);

/** The id of one person's contribution to a review. */
export const contributionIdOf = (review: Id<"review">, author: PersonId): Id<"contribution"> =>
  derivedId("contribution", review, author);

export const review = defineKind({
  kind: "review",
  about: "learner",
  written: "together",
  fields: {
    series: link("organisation"),
    previous: link("review"),
    plannedOn: date(),
    startsAt: phrase(),
    where: phrase(),
    heldOn: date(),
    overall: text(),
    nextOn: date(),
  },
  lists: { present: { person: link("person"), name: phrase() }, support: { what: text(), who: text() } },
  idOf: ({ envelope, value }) =>
    envelope.learner && value.series
      ? reviewIdOf({
          learner: envelope.learner,
          series: value.series,
          ...(value.previous ? { previous: value.previous } : {}),
        })
      : undefined,
  summary: ({ series, plannedOn, heldOn, nextOn }) => ({ series, plannedOn, heldOn, nextOn }),
});

/** What a review says. */
export type Review = ValueOf<typeof review.fields, typeof review.lists>;

/** What became of a target by a review. */
export const outcomes = ["reached", "partly", "not-yet", "changed"] as const;
/** One of {@link outcomes}. */
export type TargetResult = (typeof outcomes)[number];

export const targetOutcome = defineKind({
  kind: "target-outcome",
  about: "learner",
  written: "together",
  fields: {
    review: link("review"),
    series: link("organisation"),
    target: link("target"),
    outcome: oneOf(outcomes),
    reason: text(),
  },
  idOf: ({ value }) =>
    value.review && value.target ? targetOutcomeIdOf(value.review, value.target) : undefined,
  summary: ({ review: of, target, outcome }) => ({ review: of, target, outcome }),
});

export const contribution = defineKind({
  kind: "contribution",
  about: "learner",
  written: "together",
  fields: {
    review: link("review"),
    learned: text(),
    enjoyed: text(),
    proud: text(),
    hard: text(),
    next: text(),
    words: text(),
    ready: flag(),
  },
  lists: { targets: { feeling: oneOf(feelings), words: text() } },
  idOf: ({ value, writer }) => (value.review ? contributionIdOf(value.review, writer) : undefined),
});

/** What one person's words to a review say; items of `targets` have the target's id. */
export type Contribution = ValueOf<typeof contribution.fields, typeof contribution.lists>;

export const reviewClosed = defineKind({
  kind: "review-closed",
  about: "learner",
  written: "once",
  fields: {
    review: link("review"),
    series: link("organisation"),
    content: document(),
    contentHash: phrase(),
    nextOn: date(),
  },
  summary: ({ review: of, series, nextOn }) => ({ review: of, series, nextOn }),
});

/** What the closing of a review says; `content` is canonical JSON of {@link ReviewContent}. */
export type ReviewClosed = ValueOf<typeof reviewClosed.fields, typeof reviewClosed.lists>;
