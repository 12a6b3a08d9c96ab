/** Getting ready for a review: four short steps into one's own contribution, in any order, none required. */
import type { Contribution } from "#model/kinds/review.ts";

/** The steps, in the order they are offered. */
export const preparationSteps = ["since-last-time", "last-targets", "proud-and-hard", "what-next"] as const;

/** One of {@link preparationSteps}. */
export type PreparationStep = (typeof preparationSteps)[number];

const isAnswered: Readonly<Record<PreparationStep, (words: Contribution) => boolean>> = {
  "since-last-time": ({ learned, enjoyed }) => learned + enjoyed !== "",
  "last-targets": ({ targets }) =>
    targets.some(({ feeling, words }) => feeling !== undefined || words !== ""),
  "proud-and-hard": ({ proud, hard }) => proud + hard !== "",
  "what-next": ({ next, words }) => next + words !== "",
};

/** The steps that hold an answer; all of them once the person says they are ready. */
export function stepsDone(contribution: Contribution | undefined): ReadonlySet<PreparationStep> {
  if (!contribution) return new Set();
  return new Set(
    preparationSteps.filter((step) => contribution.ready === true || isAnswered[step](contribution)),
  );
}
