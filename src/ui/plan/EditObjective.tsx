/** Writing a long-term goal, new or old. */
import type { Id, LearnerId } from "#model/id.ts";
import { placeAfter } from "#model/views/place.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useStore } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { StrandPick } from "#ui/strand/StrandPick.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useDone } from "#ui/typed/use-done.ts";
import { useWriting } from "#ui/typed/use-writing.ts";
import { useRecordsOf } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { plan as words } from "#ui/words/plan.ts";

export type EditObjectiveProps = {
  /** Without it a goal begins with the first letter, after the others. */
  readonly id?: Id<"objective">;
  readonly learner: LearnerId;
  readonly onDone: () => void;
};

/** Its words and what it is about; one that is there can be removed, and brought back. */
export function EditObjective({ id, learner, onDone }: EditObjectiveProps) {
  const { records } = useStore();
  const others = useRecordsOf("objective", learner) ?? [];
  const writing = useWriting(
    "objective",
    { learner },
    { id, start: (draft) => draft.set("place", placeAfter(others.map(({ value }) => value.place))) },
  );
  const done = useDone(writing.keep, onDone);
  const remove = (): void => {
    const { id: objective } = writing;
    if (!objective) return;
    const setRemoved = (isRemoved: boolean) =>
      records.change(objective, (draft) => draft.set("removed", isRemoved));
    void setRemoved(true);
    showToast({
      words: words.objectiveRemoved,
      undo: { label: everywhere.undo, onUndo: () => void setRemoved(false) },
    });
    onDone();
  };
  return (
    <Card className="edit">
      <TypedText
        label={words.objective}
        rows={2}
        history={writing.history}
        words={writing.wordsOf("title")}
        onType={(text) => writing.type("title", text)}
        isReadOnly={writing.isWaiting}
        startsHere
      />
      <TypedText
        label={words.objectiveDetail}
        rows={2}
        history={writing.history}
        words={writing.wordsOf("detail")}
        onType={(text) => writing.type("detail", text)}
        isReadOnly={writing.isWaiting}
      />
      <StrandPick
        label={words.objectiveStrand}
        learner={learner}
        value={writing.value?.strand}
        onChange={(strand) => writing.change((draft) => draft.set("strand", strand))}
      />
      <div className="edit-foot">
        <SavingMark saving={writing.saving} />
        {writing.id && (
          <Button kind="text" small onPress={remove}>
            {words.removeObjective}
          </Button>
        )}
        <Button kind="main" small onPress={done}>
          {everywhere.done}
        </Button>
      </div>
    </Card>
  );
}
