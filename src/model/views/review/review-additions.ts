/**
 * What was written into a review after it was closed, told apart by comparing what it says now with what was
 * frozen. What was frozen stays as it was. Source: RULES R2.
 */
import type { PersonId } from "#model/id.ts";
import { canonicalJson } from "#model/record/bytes.ts";
import { contributionQuestions } from "./frozen-content.ts";
import type { ContributionContent, LastTarget, NewTarget, ReviewContent } from "./frozen-content.ts";

/** Something that stands in a review now and did not when it was closed. */
export type Addition =
  | {
      readonly part: "contribution";
      readonly by: PersonId;
      readonly question: (typeof contributionQuestions)[number] | "targets";
      readonly words: string;
    }
  | { readonly part: "outcome"; readonly target: LastTarget }
  | { readonly part: "overall"; readonly words: string }
  | { readonly part: "support"; readonly what: string; readonly who: string }
  | { readonly part: "new-target"; readonly target: NewTarget };

/** What was added since `frozen`, by whoever; what was there stays as it was. Empty when nothing was. Source: RULES R2. */
export function addedMeanwhile(frozen: ReviewContent, now: ReviewContent): readonly Addition[] {
  const support = new Set(frozen.support.map((one) => canonicalJson(one)));
  const last = new Map(frozen.lastTargets.map((target) => [target.id, target]));
  const set = new Set(frozen.newTargets.map((target) => target.id));
  return [
    ...now.contributions.flatMap((said) =>
      addedWords(
        frozen.contributions.find((one) => one.by === said.by),
        said,
      ),
    ),
    ...now.lastTargets.flatMap((target): Addition[] =>
      isOutcomeAdded(last.get(target.id), target) ? [{ part: "outcome", target }] : [],
    ),
    ...(now.overall !== frozen.overall && now.overall !== ""
      ? [{ part: "overall" as const, words: now.overall }]
      : []),
    ...now.support.flatMap((one): Addition[] =>
      support.has(canonicalJson(one)) ? [] : [{ part: "support", ...one }],
    ),
    ...now.newTargets.flatMap((target): Addition[] =>
      set.has(target.id) ? [] : [{ part: "new-target", target }],
    ),
  ];
}

function addedWords(before: ContributionContent | undefined, said: ContributionContent): readonly Addition[] {
  const words = contributionQuestions.flatMap((question): Addition[] =>
    said[question] !== "" && said[question] !== before?.[question]
      ? [{ part: "contribution", by: said.by, question, words: said[question] }]
      : [],
  );
  const known = new Map(before?.targets.map((target) => [target.id, target.words]));
  const onTargets = said.targets.flatMap((target): Addition[] =>
    target.words !== "" && target.words !== known.get(target.id)
      ? [{ part: "contribution", by: said.by, question: "targets", words: target.words }]
      : [],
  );
  return [...words, ...onTargets];
}

const isOutcomeAdded = (before: LastTarget | undefined, now: LastTarget): boolean =>
  (now.outcome !== undefined && now.outcome !== before?.outcome) ||
  (now.reason !== "" && now.reason !== before?.reason);
