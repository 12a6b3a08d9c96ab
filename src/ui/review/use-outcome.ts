/** What became of one target at a review: the answer, its reason, and the answers that were given apart. */
import type { Id, PersonId } from "#model/id.ts";
import { outcomes, targetOutcomeIdOf } from "#model/kinds/review.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import type { Saving } from "#store/store.ts";
import type { History } from "#ui/typed/use-own-undo.ts";
import { useEditor } from "#ui/use-editor.ts";
import type { OpenedReview } from "./use-review.ts";

/** An answer and who gave it. */
export interface GivenAnswer {
  readonly outcome: TargetResult;
  readonly by: PersonId;
}

/** The outcome of one target, open for change. */
export interface OutcomeEditor {
  /** Undefined while nobody has answered, or while two answers stand against each other. */
  readonly outcome: TargetResult | undefined;
  /** More than one when people answered without knowledge of each other; else empty. Source: RULES M4. */
  readonly answers: readonly GivenAnswer[];
  readonly reason: string;
  readonly saving: Saving | undefined;
  /** Settles it for everybody. */
  readonly choose: (outcome: TargetResult) => void;
  /** False when there is no room for it. */
  readonly explain: (reason: string) => boolean;
  readonly history: History;
}

/** Undefined until it is open. */
export function useOutcome(
  { id, series, known }: OpenedReview,
  target: Id<"target">,
): OutcomeEditor | undefined {
  const editor = useEditor(targetOutcomeIdOf(id, target), { learner: known.learner });
  if (!editor) return undefined;
  const { value } = editor;
  const isNew = value.review === undefined;
  const begin = (draft: Parameters<Parameters<typeof editor.change>[0]>[0]): void => {
    if (!isNew) return;
    draft.set("review", id);
    draft.set("target", target);
    draft.set("series", series);
  };
  const given = (value.answers?.["outcome"] ?? []).flatMap(({ value: answer, by }) => {
    const outcome = outcomes.find((one) => one === answer);
    return outcome ? [{ outcome, by: by as PersonId }] : [];
  });
  return {
    outcome: given.length > 1 ? undefined : value.outcome,
    answers: given,
    reason: value.reason,
    saving: isNew ? undefined : editor.saving,
    history: editor,
    choose: (outcome) =>
      editor.change((draft) => {
        begin(draft);
        draft.set("outcome", outcome);
      }),
    explain: (reason) =>
      editor.change((draft) => {
        begin(draft);
        draft.type("reason", reason);
      }),
  };
}
