/**
 * A learner's road, read off their records: where they started, what became of targets at reviews,
 * where they are today, what is ahead, and where they want to get to. Screens draw it (`kit/drawing`)
 * and put words beside the stops.
 */
import type { Id, OrganisationId } from "#model/id.ts";
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import { closedReviews } from "#model/views/review/review-series.ts";
import type { ClosedReview, NextReview } from "#model/views/review/review-series.ts";
import { isLate } from "#model/kinds/target.ts";
import type { Instant, LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";

/** One stop of the road; `kind` names the sign that is drawn. */
export type Stop =
  | { readonly kind: "start" | "here" | "end"; readonly on?: LocalDate }
  | { readonly kind: TargetResult; readonly target: Id<"target">; readonly on: LocalDate }
  | {
      readonly kind: "review";
      readonly review: Id<"review">;
      readonly number?: number;
      readonly on: LocalDate;
    }
  | { readonly kind: "ahead"; readonly target: Id<"target">; readonly on?: LocalDate }
  | {
      readonly kind: "review-next";
      readonly review: Id<"review">;
      readonly number?: number;
      readonly on?: LocalDate;
    };

/** Records of one learner, as far as this device has them, in any order. */
export interface JourneyRecords {
  readonly targets: readonly Written<"target">[];
  readonly outcomes: readonly Written<"target-outcome">[];
  readonly reviews: readonly Written<"review">[];
  readonly closings: readonly Written<"review-closed">[];
}

/** What else the road needs. */
export interface JourneyFrame {
  /** Whose reviews stand on the road; outcomes of every series do. */
  readonly series?: OrganisationId | undefined;
  readonly next?: NextReview | undefined;
  readonly startedOn?: LocalDate | undefined;
  readonly destinationBy?: LocalDate | undefined;
  readonly today: LocalDate;
}

/** True where two people answered differently and nobody has settled it: then it says nothing yet. Source: RULES M4. */
export const isDisputed = (outcome: Written<"target-outcome">): boolean =>
  (outcome.value.answers?.["outcome"]?.length ?? 0) > 1;

/** What became of each target, by closed reviews, first to last. An open review's outcomes are not settled and not among them. */
function settledOutcomes({ outcomes }: JourneyRecords, closed: readonly ClosedReview[]) {
  return closed.flatMap((review) =>
    outcomes.flatMap((record) => {
      const { review: at, target, outcome } = record.value;
      return at === review.id && target && outcome && !isDisputed(record)
        ? [{ review, target, outcome }]
        : [];
    }),
  );
}

/** By place among their siblings, then by age: the order people put targets in. */
export const byPlace = (a: Written<"target" | "objective">, b: Written<"target" | "objective">): number => {
  const [first, second] = [a.value.place ?? "~", b.value.place ?? "~"];
  return first === second ? a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1) : first < second ? -1 : 1;
};

/** A target that is over, what became of it, and on which day. */
export interface FinishedTarget {
  readonly target: Written<"target">;
  readonly outcome: TargetResult;
  readonly on: LocalDate;
}

/** True for a target that was not reached at a review held on that day and goes on: it is set a day after it, or none. */
export const goesOnAfter = (
  { value: { dueOn } }: Pick<Written<"target">, "value">,
  heldOn: LocalDate,
): boolean => dueOn === undefined || dueOn > heldOn;

/**
 * Targets that are over, latest first: reached or changed at a closed review, or partly or not yet
 * reached there and not carried on. To carry one on is to set it a day after that review.
 */
export function finishedTargets(records: JourneyRecords): readonly FinishedTarget[] {
  const last = new Map(
    settledOutcomes(records, closedReviews(records)).map((found) => [found.target, found]),
  );
  return [...last.values()].toReversed().flatMap(({ review, target: id, outcome }) => {
    const target = records.targets.find((one) => one.id === id && one.value.removed !== true);
    if (!target) return [];
    const isUnfinished = outcome === "partly" || outcome === "not-yet";
    const goesOn = isUnfinished && goesOnAfter(target, review.on);
    return goesOn ? [] : [{ target, outcome, on: review.on }];
  });
}

/** The targets a learner is working on, in their order: not removed and not over. */
export function openTargets(records: JourneyRecords): readonly Written<"target">[] {
  const finished = new Set(finishedTargets(records).map(({ target }) => target.id));
  return records.targets
    .filter(({ id, value }) => value.removed !== true && !finished.has(id))
    .toSorted(byPlace);
}

/** The road from start to destination. Always begins with `start`, has one `here`, and finishes with `end`. */
export function journey(records: JourneyRecords, frame: JourneyFrame): readonly Stop[] {
  const { startedOn, destinationBy, today } = frame;
  return [
    { kind: "start", ...(startedOn ? { on: startedOn } : {}) },
    ...walked(records, frame.series),
    { kind: "here", on: today },
    ...ahead(records, frame.next),
    { kind: "end", ...(destinationBy ? { on: destinationBy } : {}) },
  ];
}

function walked(records: JourneyRecords, series: OrganisationId | undefined): readonly Stop[] {
  const all = closedReviews(records);
  const outcomes = settledOutcomes(records, all);
  return all.flatMap((review): readonly Stop[] => {
    const reached = outcomes
      .filter((one) => one.review.id === review.id)
      .map(({ target, outcome }): Stop => ({ kind: outcome, target, on: review.on }));
    const isShown = series === undefined || review.closing.value.series === series;
    const { id, number, on } = review;
    return isShown
      ? [...reached, { kind: "review", review: id, on, ...(number === undefined ? {} : { number }) }]
      : reached;
  });
}

function ahead(records: JourneyRecords, next: NextReview | undefined): readonly Stop[] {
  const targets = openTargets(records).map(({ id, value: { dueOn } }): Stop => ({
    kind: "ahead",
    target: id,
    ...(dueOn ? { on: dueOn } : {}),
  }));
  if (!next) return inDateOrder(targets);
  const { id, number, dueOn } = next;
  const review: Stop = {
    kind: "review-next",
    review: id,
    ...(number === undefined ? {} : { number }),
    ...(dueOn ? { on: dueOn } : {}),
  };
  return inDateOrder([...targets, review]);
}

/** By day; what has none comes last; on one day targets stand before the review that looks at them. */
const inDateOrder = (stops: readonly Stop[]): readonly Stop[] =>
  stops.toSorted((a, b) => {
    const [first, second] = [a.on ?? "~", b.on ?? "~"];
    return first === second ? 0 : first < second ? -1 : 1;
  });

/** The newest answer to "how is it going?" for each target. */
export function latestFeelings(
  answers: readonly Written<"how-it-is-going">[],
): ReadonlyMap<Id<"target">, Written<"how-it-is-going">> {
  const latest = new Map<Id<"target">, Written<"how-it-is-going">>();
  for (const answer of answers) {
    const { target, removed, feeling } = answer.value;
    if (!target || removed || !feeling) continue;
    const known = latest.get(target);
    if (!known || isLater(answer, known)) latest.set(target, answer);
  }
  return latest;
}

type Answer = Written<"how-it-is-going">;

/** Nothing was written after it reached the server: an answer from a device whose clock was ahead is not the latest for ever. */
const writtenAt = ({ createdAt, arrivedAt = createdAt }: Answer): Instant => Math.min(createdAt, arrivedAt);

/** Of two that arrived at once from such a device its own clock says which came first. */
const isLater = (one: Answer, other: Answer): boolean =>
  (writtenAt(one) - writtenAt(other) || one.createdAt - other.createdAt || (one.id > other.id ? 1 : -1)) > 0;

/** True for a target that needs a look: late, or its learner says they are stuck or find it hard. */
export const isOffTrack = (
  target: Pick<Written<"target">, "value">,
  feeling: Feeling | undefined,
  today: LocalDate,
): boolean => isLate(target.value, today) || feeling === "stuck" || feeling === "hard";
