/** One's own words to a review: begun by the first keystroke, and nobody else's to change. */
import { contributionIdOf } from "#model/kinds/review.ts";
import type { Contribution } from "#model/kinds/review.ts";
import type { Saving } from "#store/store.ts";
import { useAccount } from "#ui/store-context.tsx";
import type { History } from "#ui/typed/use-own-undo.ts";
import { useEditor } from "#ui/use-editor.ts";
import type { OpenedReview } from "./use-review.ts";

/** What I say, and how to say more. */
export interface MyContribution {
  readonly value: Contribution;
  readonly saving: Saving | undefined;
  /** False when there is no room for it. */
  readonly say: (words: string) => boolean;
  readonly history: History;
}

/** Undefined until it is open. */
export function useContribution({ id, known }: OpenedReview): MyContribution | undefined {
  const { person } = useAccount();
  const editor = useEditor(contributionIdOf(id, person), { learner: known.learner });
  if (!editor) return undefined;
  const say = (words: string): boolean =>
    editor.change((draft) => {
      if (editor.value.review === undefined) draft.set("review", id);
      draft.type("words", words);
    });
  const saving = editor.value.review === undefined ? undefined : editor.saving;
  return { value: editor.value, saving, say, history: editor };
}
