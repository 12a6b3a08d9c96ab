/** Taking one's own words back, with a way to say them after all. */
import type { StoredRecord } from "#store/store.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { useStore } from "#ui/store-context.tsx";
import { comment as words } from "#ui/words/comment.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

/** For comments of the person's own. */
export function TakeBack({ comment }: { comment: StoredRecord<"comment"> }) {
  const { records } = useStore();
  const setRemoved = async (removed: true | undefined): Promise<void> => {
    const done = await records.change(comment.id, (draft) => draft.set("removed", removed));
    if (!done.ok) showToast({ words: wordsForProblem(done.problem) });
    else if (removed)
      showToast({
        words: words.removed,
        undo: { label: everywhere.undo, onUndo: () => void setRemoved(undefined) },
      });
  };
  return (
    <Button kind="text" small onPress={() => void setRemoved(true)}>
      {words.remove}
    </Button>
  );
}
