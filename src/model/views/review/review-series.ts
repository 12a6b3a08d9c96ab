/**
 * Where a learner's reviews of one series stand: which is the last that was closed, which comes next,
 * when it is due. Everything is read off the closings, which are facts; a review nobody has touched
 * yet exists only as the place that follows the last closed one. Source: RULES R1, R3, R4.
 */
import { reviewIdOf } from "#model/kinds/review.ts";
import type { ReviewPlace } from "#model/kinds/review.ts";
import type { Id, LearnerId, OrganisationId } from "#model/id.ts";
import { addDays, daysBetween, localDateOf } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";

/** Days from one review to the next when nobody says otherwise: half a term at home, four weeks at a provider. Source: the ILP guide, stage 3. */
export const usualDaysBetween = { home: 42, provider: 28 } as const;

/** The reviews and closings a series is read from; those of other series and learners may be among them. */
export interface ReviewRecords {
  readonly reviews: readonly Written<"review">[];
  readonly closings: readonly Written<"review-closed">[];
}

/** One review that was closed, by its first closing. */
export interface ClosedReview {
  readonly id: Id<"review">;
  /** The first closing; later ones are addenda. */
  readonly closing: Written<"review-closed">;
  readonly addenda: readonly Written<"review-closed">[];
  /** Absent until the server gave it. */
  readonly number?: number;
  /** The day it was held, else the day it was closed. */
  readonly on: LocalDate;
}

/** Which came first at the server; what has not arrived comes after what has. */
const byArrival = (a: Written<"review-closed">, b: Written<"review-closed">): number =>
  (a.arrivedAt ?? Infinity) - (b.arrivedAt ?? Infinity) ||
  a.createdAt - b.createdAt ||
  (a.id < b.id ? -1 : 1);

const closedOf = (
  id: Id<"review">,
  closings: readonly Written<"review-closed">[],
  reviews: readonly Written<"review">[],
): ClosedReview | undefined => {
  const [closing, ...addenda] = closings.filter((one) => one.value.review === id).toSorted(byArrival);
  if (!closing) return undefined;
  const heldOn = reviews.find((review) => review.id === id)?.value.heldOn;
  return {
    id,
    closing,
    addenda,
    on: heldOn ?? localDateOf(closing.createdAt),
    ...(closing.number === undefined ? {} : { number: closing.number }),
  };
};

/** The closing of one review and its addenda; undefined while it is open. Source: RULES R2, R4. */
export const closedReview = (
  id: Id<"review">,
  { closings, reviews }: ReviewRecords,
): ClosedReview | undefined => closedOf(id, closings, reviews);

/** The closed reviews of a series, first to last. Without a series, of all of them. Source: RULES R4. */
export function closedReviews(
  { closings, reviews }: ReviewRecords,
  series?: OrganisationId,
): readonly ClosedReview[] {
  const ofSeries = closings.filter((closing) => series === undefined || closing.value.series === series);
  const ids = new Set(ofSeries.flatMap((closing) => closing.value.review ?? []));
  return [...ids]
    .flatMap((id) => closedOf(id, ofSeries, reviews) ?? [])
    .toSorted((a, b) => (a.on === b.on ? byArrival(a.closing, b.closing) : a.on < b.on ? -1 : 1));
}

/** The last closed review of a series: the one that no other closed review follows. Source: RULES R1. */
export function lastClosed(records: ReviewRecords, series: OrganisationId): ClosedReview | undefined {
  const closed = closedReviews(records, series);
  const ids = new Set(closed.map((review) => review.id));
  const followed = new Set(
    records.reviews.flatMap(({ id, value }) => (ids.has(id) ? (value.previous ?? []) : [])),
  );
  return closed.findLast((review) => !followed.has(review.id)) ?? closed.at(-1);
}

/** The review that comes next in a series, whether or not anybody has started it. */
export interface NextReview {
  readonly id: Id<"review">;
  readonly place: ReviewPlace;
  /** What is written of it so far; undefined while nobody has. */
  readonly review: Written<"review"> | undefined;
  /** Its number if nothing else is closed first; absent while the last closing has none. Source: RULES R4. */
  readonly number?: number;
  /** When it is to be held; absent when nobody said and no start is known. */
  readonly dueOn?: LocalDate;
}

/** Which series of whom, and when that began, if known: the first review falls within six weeks of it. */
export interface SeriesOf {
  readonly learner: LearnerId;
  readonly series: OrganisationId;
  readonly startedOn?: LocalDate | undefined;
}

/** The next review of a series. Source: RULES R1. */
export function nextReview({ learner, series, startedOn }: SeriesOf, records: ReviewRecords): NextReview {
  const last = lastClosed(records, series);
  const place: ReviewPlace = { learner, series, ...(last ? { previous: last.id } : {}) };
  const id = reviewIdOf(place);
  const review = records.reviews.find((one) => one.id === id);
  const number = last === undefined ? 1 : last.number === undefined ? undefined : last.number + 1;
  const dueOn =
    review?.value.plannedOn ??
    last?.closing.value.nextOn ??
    (last || !startedOn ? undefined : addDays(startedOn, usualDaysBetween.home));
  return {
    id,
    place,
    review,
    ...(number === undefined ? {} : { number }),
    ...(dueOn === undefined ? {} : { dueOn }),
  };
}

/** Where a review stands, read off the facts that exist. */
export type ReviewStage = "not-started" | "open" | "closed";

/** `open` from the first word anybody wrote in it, `closed` from its first closing. Source: RULES R2. */
export const stageOf = (id: Id<"review">, { reviews, closings }: ReviewRecords): ReviewStage =>
  closings.some((closing) => closing.value.review === id)
    ? "closed"
    : reviews.some((review) => review.id === id)
      ? "open"
      : "not-started";

/** Days a review is late: 0 up to and on the day it is due, and where no day is known. Source: RULES R3. */
export const daysLate = (dueOn: LocalDate | undefined, today: LocalDate): number =>
  dueOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, today));

/** True from the day after `dueOn`; a review due today is not overdue. Source: RULES R3. */
export const isOverdue = (dueOn: LocalDate | undefined, today: LocalDate): boolean =>
  daysLate(dueOn, today) > 0;

/**
 * True for what was not there yet when a review was closed: written after it, or written before on a device
 * that had no connection and brought it later. Without a closing everything is.
 */
export function isSince(
  record: Pick<Written<"comment">, "createdAt" | "arrivedAt">,
  closing: Pick<Written<"review-closed">, "createdAt" | "arrivedAt"> | undefined,
): boolean {
  if (closing === undefined || record.createdAt > closing.createdAt) return true;
  return closing.arrivedAt !== undefined && (record.arrivedAt ?? Infinity) > closing.arrivedAt;
}
