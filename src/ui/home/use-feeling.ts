/** Answering "how is it going?" with one tap: kept at once, and taken back with one more. */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { useStore } from "#ui/store-context.tsx";
import { now } from "#ui/use-today.ts";
import { feelingWords } from "#ui/words/choices.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { today as words } from "#ui/words/today.ts";

type Answer = Written<"how-it-is-going">;

/** What an answer is about: the target, and the newest answer so far. */
interface Asked {
  readonly learner: LearnerId;
  readonly target: Id<"target">;
  readonly latest: Answer | undefined;
}

/** Answers; a second answer on the same day replaces the first. */
export function useFeeling(): (asked: Asked, feeling: Feeling) => Promise<void> {
  const { records, person } = useStore();
  const say = (about: Id<"how-it-is-going">, feeling: Feeling, onUndo: () => void): void =>
    showToast({
      words: words.savedFeeling(feelingWords[feeling]),
      undo: { label: everywhere.undo, onUndo },
      about,
    });

  return async ({ learner, target, latest }, feeling) => {
    const isTodays = latest?.createdBy === person && localDateOf(latest.createdAt) === localDateOf(now());
    const before = latest?.value.feeling;
    const outcome = isTodays
      ? await records.change(latest.id, (draft) => draft.set("feeling", feeling))
      : await records.create("how-it-is-going", { learner }, (draft) => {
          draft.set("target", target);
          draft.set("feeling", feeling);
        });
    if (!outcome.ok) return showToast({ words: wordsForProblem(outcome.problem) });
    const { id } = outcome.value;
    return say(id, feeling, () => {
      void records.change(id, (draft) =>
        isTodays ? draft.set("feeling", before) : draft.set("removed", true),
      );
    });
  };
}
