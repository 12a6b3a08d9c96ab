/**
 * What a review says, gathered from the family of records around it. Closing freezes it (`frozen-content.ts`);
 * what others write after that is told apart in `review-additions.ts`. Source: RULES R2, R4, R5, R6.
 */
import type { Id } from "#model/id.ts";
import type { Plan } from "#model/kinds/plan.ts";
import { outcomes } from "#model/kinds/review.ts";
import type { Written } from "#model/record/written.ts";
import { byPlace, isDisputed } from "#model/views/journey.ts";
import { contributionQuestions } from "./frozen-content.ts";
import type { ContributionContent, LastTarget, NewTarget, ReviewContent } from "./frozen-content.ts";
import { lastTargetsOf, newTargetsOf } from "./review-family.ts";
import type { ReviewFamily } from "./review-family.ts";

/** The targets an open review looked back at that were partly or not yet reached: each goes on or is over. */
export function unfinishedTargets(id: Id<"review">, family: ReviewFamily): readonly Written<"target">[] {
  const unfinished = new Set(
    reviewContent(id, family).lastTargets.flatMap((target) =>
      target.outcome === "partly" || target.outcome === "not-yet" ? target.id : [],
    ),
  );
  return lastTargetsOf(id, family).filter((target) => unfinished.has(target.id));
}

/** The targets an open review looks back at about which nobody has said anything yet: they go on as they are. */
export function untalkedTargets(id: Id<"review">, family: ReviewFamily): readonly Written<"target">[] {
  const silent = new Set(
    reviewContent(id, family).lastTargets.flatMap((target) =>
      target.outcome || target.answers ? [] : target.id,
    ),
  );
  return lastTargetsOf(id, family).filter((target) => silent.has(target.id));
}

/**
 * What the review says now. `looksBackAt` are the targets it was closed with; without it, those that are open.
 * People who wrote nothing are left out.
 */
export function reviewContent(
  id: Id<"review">,
  family: ReviewFamily,
  looksBackAt?: readonly Id<"target">[],
): ReviewContent {
  const review = family.reviews.find((one) => one.id === id)?.value;
  const last = looksBackAt
    ? looksBackAt.flatMap((target) => family.targets.find((one) => one.id === target) ?? [])
    : lastTargetsOf(id, family);
  return {
    ...(review?.heldOn ? { heldOn: review.heldOn } : {}),
    ...(review?.nextOn ? { nextOn: review.nextOn } : {}),
    overall: review?.overall ?? "",
    present: review?.present.flatMap((one) => one.person ?? one.name ?? []) ?? [],
    support: review?.support.map(({ what, who }) => ({ what, who })) ?? [],
    contributions: family.contributions
      .filter((one) => one.value.review === id)
      .map(contributionContent)
      .filter(saysSomething)
      .toSorted((a, b) => (a.by < b.by ? -1 : 1)),
    lastTargets: last.map((target) =>
      lastTargetContent(
        target,
        family.outcomes.find(({ value }) => value.review === id && value.target === target.id),
      ),
    ),
    newTargets: newTargetsOf(id, family).map(newTargetContent),
    objectives: family.objectives
      .filter(({ value }) => value.removed !== true)
      .toSorted(byPlace)
      .map(objectiveContent),
    plan: planContent(family.plan),
  };
}

const saysSomething = (said: ContributionContent): boolean =>
  contributionQuestions.some((question) => said[question] !== "") ||
  said.targets.some((target) => target.feeling !== undefined || target.words !== "");

const contributionContent = ({ createdBy, value }: Written<"contribution">): ContributionContent => ({
  by: createdBy,
  learned: value.learned,
  enjoyed: value.enjoyed,
  proud: value.proud,
  hard: value.hard,
  next: value.next,
  words: value.words,
  targets: value.targets.map(({ id, feeling, words }) => ({ id, words, ...(feeling ? { feeling } : {}) })),
});

function lastTargetContent(
  { id, value }: Written<"target">,
  outcome: Written<"target-outcome"> | undefined,
): LastTarget {
  const said = {
    id,
    what: value.what,
    reason: outcome?.value.reason ?? "",
    ...(value.strand ? { strand: value.strand } : {}),
  };
  if (!outcome?.value.outcome) return said;
  if (!isDisputed(outcome)) return { ...said, outcome: outcome.value.outcome };
  const answers = (outcome.value.answers?.["outcome"] ?? []).flatMap(({ value: answer, by }) => {
    const known = outcomes.find((one) => one === answer);
    return known ? [{ value: known, by }] : [];
  });
  return { ...said, answers };
}

const newTargetContent = ({ id, value }: Written<"target">): NewTarget => ({
  id,
  what: value.what,
  why: value.why,
  howWeKnow: value.howWeKnow,
  support: value.support,
  helpOutside: value.helpOutside,
  helper: value.helper,
  steps: value.steps.map((step) => step.what),
  ...(value.strand ? { strand: value.strand } : {}),
  ...(value.dueOn ? { dueOn: value.dueOn } : {}),
});

const objectiveContent = ({ id, value }: Written<"objective">): ReviewContent["objectives"][number] => ({
  id,
  title: value.title,
  ...(value.strand ? { strand: value.strand } : {}),
});

const planContent = (plan: Plan | undefined): ReviewContent["plan"] => ({
  goodAt: plan?.goodAt ?? "",
  learnBest: plan?.learnBest ?? "",
  helpWith: plan?.helpWith ?? "",
  interests: plan?.interests ?? "",
  destination: plan?.destination ?? "",
});
