/** The day of the next review: the one chosen, and the one that is usual in this series. */
import { usualDaysBetween } from "#model/views/review/review-series.ts";
import { homeOf } from "#model/access.ts";
import { addDays, onWeekday } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import { useToday } from "#ui/use-today.ts";
import type { OpenedReview } from "./use-review.ts";

/** What may be proposed. */
export interface NextDate {
  readonly chosen: LocalDate | undefined;
  /** Six weeks on at home, four at a provider. */
  readonly usual: LocalDate;
  /** Days to choose from with one tap, all on weekdays: a week less than usual, the usual, a week more. */
  readonly offered: readonly OfferedDate[];
}

/** A day for the next review. */
export interface OfferedDate {
  readonly weeks: number;
  readonly on: LocalDate;
}

/** Counted from the day the review is held, else from today. */
export function useNextDate({ review, series, known }: OpenedReview): NextDate {
  const today = useToday();
  const days =
    series === homeOf(known.circle, known.learner) ? usualDaysBetween.home : usualDaysBetween.provider;
  const after = (weeks: number): LocalDate => onWeekday(addDays(review.heldOn ?? today, weeks * 7));
  const usualWeeks = days / 7;
  return {
    chosen: review.nextOn,
    usual: after(usualWeeks),
    offered: [usualWeeks - 1, usualWeeks, usualWeeks + 1].map((weeks) => ({ weeks, on: after(weeks) })),
  };
}
