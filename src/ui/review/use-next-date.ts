/** The day of the next review: the one chosen, and the one that is usual in this series. */
import { usualDaysBetween } from "#model/review-series.ts";
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
  readonly usualWeeks: number;
}

/** Counted from the day the review is held, else from today. */
export function useNextDate({ review, series, known }: OpenedReview): NextDate {
  const today = useToday();
  const days =
    series === homeOf(known.circle, known.learner) ? usualDaysBetween.home : usualDaysBetween.provider;
  return {
    chosen: review.nextOn,
    usual: onWeekday(addDays(review.heldOn ?? today, days)),
    usualWeeks: days / 7,
  };
}
