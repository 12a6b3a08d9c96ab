/**
 * What a review says, gathered from the family of records around it, and frozen when it is closed:
 * canonical JSON and its hash, which every later reader sees whatever happens to the records. What
 * others write after that is told apart in `review-additions.ts`. Source: RULES R2, R4, R5, R6.
 */
import * as v from "valibot";
import { canonicalJson, hashOf } from "#model/record/bytes.ts";
import type { Hash } from "#model/record/bytes.ts";
import { feelings } from "#model/kinds/how-it-is-going.ts";
import type { Id, PersonId } from "#model/id.ts";
import { byPlace, isDisputed, openTargets } from "#model/views/journey.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import type { Plan } from "#model/kinds/plan.ts";
import { outcomes } from "#model/kinds/review.ts";
import { strands } from "#model/kinds/strand.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";

const onDay = v.custom<LocalDate>((date) => typeof date === "string" && date.length === 10);
const person = v.custom<PersonId>((id) => typeof id === "string" && id.startsWith("person_"));
const strand = v.exactOptional(v.picklist(strands));
const targetId = v.custom<Id<"target">>((id) => typeof id === "string" && id.startsWith("target_"));

const contributionShape = v.object({
  by: person,
  learned: v.string(),
  enjoyed: v.string(),
  proud: v.string(),
  hard: v.string(),
  next: v.string(),
  words: v.string(),
  targets: v.array(
    v.object({ id: v.string(), feeling: v.exactOptional(v.picklist(feelings)), words: v.string() }),
  ),
});

const lastTargetShape = v.object({
  id: targetId,
  what: v.string(),
  strand,
  outcome: v.exactOptional(v.picklist(outcomes)),
  /** Answers that nobody had settled when the review was closed. */
  answers: v.exactOptional(v.array(v.object({ value: v.picklist(outcomes), by: v.string() }))),
  reason: v.string(),
});

const newTargetShape = v.object({
  id: targetId,
  what: v.string(),
  strand,
  why: v.string(),
  howWeKnow: v.string(),
  support: v.string(),
  helpOutside: v.string(),
  helper: v.string(),
  dueOn: v.exactOptional(onDay),
  steps: v.array(v.string()),
});

const contentShape = v.object({
  heldOn: v.exactOptional(onDay),
  nextOn: v.exactOptional(onDay),
  overall: v.string(),
  present: v.array(v.string()),
  support: v.array(v.object({ what: v.string(), who: v.string() })),
  contributions: v.array(contributionShape),
  lastTargets: v.array(lastTargetShape),
  newTargets: v.array(newTargetShape),
  objectives: v.array(v.object({ id: v.string(), title: v.string(), strand })),
  plan: v.object({
    goodAt: v.string(),
    learnBest: v.string(),
    helpWith: v.string(),
    interests: v.string(),
    destination: v.string(),
  }),
});

/** What a review says, whole. */
export type ReviewContent = v.InferOutput<typeof contentShape>;
/** What one person said for a review, as content. */
export type ContributionContent = ReviewContent["contributions"][number];
/** A target looked back at, with what became of it. */
export type LastTarget = ReviewContent["lastTargets"][number];
/** A target set at the review. */
export type NewTarget = ReviewContent["newTargets"][number];

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
  const { plan } = family;
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
      .map(({ id: objective, value }) => ({
        id: objective,
        title: value.title,
        ...(value.strand ? { strand: value.strand } : {}),
      })),
    plan: {
      goodAt: plan?.goodAt ?? "",
      learnBest: plan?.learnBest ?? "",
      helpWith: plan?.helpWith ?? "",
      interests: plan?.interests ?? "",
      destination: plan?.destination ?? "",
    },
  };
}

/** The questions of a contribution, in the order they are asked. */
export const contributionQuestions = ["learned", "enjoyed", "proud", "hard", "next", "words"] as const;

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

/** The content as it is kept in a closing: equal content is equal text and has an equal hash. Source: RULES R2. */
export function freeze(content: ReviewContent): { readonly content: string; readonly contentHash: Hash } {
  const text = canonicalJson(content);
  return { content: text, contentHash: hashOf(text) };
}

/** The content of a closing. Problems: `malformed` when it is no content or not what its hash says. */
export function frozenContent(closing: Written<"review-closed">): Outcome<ReviewContent> {
  const { content: text, contentHash } = closing.value;
  if (text === undefined || hashOf(text) !== contentHash) return no("malformed", "content");
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), contentShape), text);
  return read.success ? yes(read.output) : no("malformed", "content");
}
