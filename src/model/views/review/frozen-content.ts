/**
 * What a closing keeps of a review: its content as canonical JSON and its hash, which every later reader
 * sees whatever happens to the records. Source: RULES R2.
 */
import * as v from "valibot";
import { canonicalJson, hashOf } from "#model/record/bytes.ts";
import type { Hash } from "#model/record/bytes.ts";
import { feelings } from "#model/kinds/how-it-is-going.ts";
import type { Id, PersonId } from "#model/id.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
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

/** The questions of a contribution, in the order they are asked. */
export const contributionQuestions = ["learned", "enjoyed", "proud", "hard", "next", "words"] as const;

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
