/** The records around a review, and which of the learner's targets it looks back at and which it sets. */
import type { Id } from "#model/id.ts";
import type { Plan } from "#model/kinds/plan.ts";
import type { Written } from "#model/record/written.ts";
import { byPlace, openTargets } from "#model/views/journey.ts";

/** The records a review is gathered from; those of other reviews of the learner may be among them. */
export interface ReviewFamily {
  readonly reviews: readonly Written<"review">[];
  readonly closings: readonly Written<"review-closed">[];
  readonly contributions: readonly Written<"contribution">[];
  readonly targets: readonly Written<"target">[];
  readonly outcomes: readonly Written<"target-outcome">[];
  readonly objectives: readonly Written<"objective">[];
  readonly plan: Plan | undefined;
}

/** The targets an open review looks back at: those being worked on that were not set at it. */
export const lastTargetsOf = (id: Id<"review">, family: ReviewFamily): readonly Written<"target">[] =>
  openTargets(family).filter((target) => target.value.setAt !== id);

/** The targets set at a review, in their order. */
export const newTargetsOf = (
  id: Id<"review">,
  family: Pick<ReviewFamily, "targets">,
): readonly Written<"target">[] =>
  family.targets.filter(({ value }) => value.setAt === id && value.removed !== true).toSorted(byPlace);
