/** Writing a long-term goal: its words, and what it is about. */
import type { Id, LearnerId } from "#model/id.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { StrandPick } from "#ui/strand/StrandPick.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useDone } from "#ui/typed/use-done.ts";
import { useWriting } from "#ui/typed/use-writing.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { learnerWords } from "#ui/words/staff/learner.ts";

export type ObjectiveFormProps = {
  readonly learner: LearnerId;
  /** Undefined for a new goal. */
  readonly id?: Id<"objective"> | undefined;
  /** Where a new goal stands. */
  readonly place?: string;
  readonly onDone: () => void;
};

/** Each keystroke is kept; the first one makes the goal. */
export function ObjectiveForm({ learner, id, place, onDone }: ObjectiveFormProps) {
  const writing = useWriting("objective", { learner }, { id, start: (draft) => draft.set("place", place) });
  const setRemoved = (removed: true | undefined): boolean =>
    writing.change((draft) => draft.set("removed", removed));
  const done = useDone(writing.keep, onDone);
  const remove = (): void => {
    setRemoved(true);
    showToast({
      words: learnerWords.removedObjective,
      undo: { label: everywhere.undo, onUndo: () => setRemoved(undefined) },
    });
    onDone();
  };
  return (
    <div className="ob-form">
      <TypedText
        label={learnerWords.objective}
        rows={1}
        history={writing.history}
        words={writing.wordsOf("title")}
        onType={(words) => writing.type("title", words)}
        isReadOnly={writing.isWaiting}
      />
      <StrandPick
        label={learnerWords.objectiveAbout}
        learner={learner}
        value={writing.value?.strand}
        onChange={(strand) => writing.change((draft) => draft.set("strand", strand))}
      />
      <TypedText
        label={learnerWords.objectiveDetail}
        rows={2}
        history={writing.history}
        words={writing.wordsOf("detail")}
        onType={(words) => writing.type("detail", words)}
        isReadOnly={writing.isWaiting}
      />
      <div className="tg-foot">
        <SavingMark saving={writing.saving} />
        {writing.id && (
          <Button kind="text" small onPress={remove}>
            {learnerWords.removeObjective}
          </Button>
        )}
        <Button small onPress={done}>
          {everywhere.done}
        </Button>
      </div>
    </div>
  );
}
