/** What one said and took back: kept for whoever wrote it until they say it after all, or delete it for ever. */
import { Eraser, Undo2 } from "lucide-react";
import type { StoredRecord } from "#store/store.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useStore } from "#ui/store-context.tsx";
import { comment as words } from "#ui/words/comment.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { CommentRow } from "./CommentRow.tsx";
import { EraseComment } from "./EraseComment.tsx";

type Comment = StoredRecord<"comment">;

function SayAgain({ comment }: { comment: Comment }) {
  const { records } = useStore();
  const bringBack = async (): Promise<void> => {
    const done = await records.change(comment.id, (draft) => draft.set("removed", undefined));
    if (!done.ok) showToast({ words: wordsForProblem(done.problem) });
  };
  return (
    <Button kind="text" small icon={Undo2} onPress={() => void bringBack()}>
      {words.bringBack}
    </Button>
  );
}

/** Not there where nothing was taken back. */
export function TakenBack({ comments }: { comments: readonly Comment[] }) {
  if (comments.length === 0) return null;
  return (
    <Disclosure title={words.takenBack(comments.length)}>
      <ul className="coms">
        {comments.map((comment) => (
          <CommentRow
            key={comment.id}
            comment={comment}
            action={
              <>
                <SayAgain comment={comment} />
                <EraseComment comment={comment} icon={Eraser} />
              </>
            }
          />
        ))}
      </ul>
    </Disclosure>
  );
}
