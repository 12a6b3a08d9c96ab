/** What was said about a learner's plan, targets, entries and reviews, newest last, and a place to say more. */
import { isShownComment } from "#model/comment.ts";
import type { Commentable } from "#model/comment.ts";
import { kindOfId } from "#model/id.ts";
import type { Id, LearnerId } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useAccount, useStore } from "#ui/store-context.tsx";
import { useRecord } from "#ui/use-record.ts";
import { common } from "#ui/words/common.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { commentBox } from "#ui/words/staff-comment.ts";
import { CommentBox } from "./CommentBox.tsx";
import { CommentRow } from "./CommentRow.tsx";
import "./comment.css";

type Comment = StoredRecord<"comment">;

/** What a comment is about, where the place does not say it. */
function useAboutWords(about: Commentable | undefined): string {
  const kind = kindOfId(about);
  const target = useRecord(kind === "target" ? (about as Id<"target">) : undefined)?.value.what;
  if (target) return commentBox.aboutTarget(target);
  if (kind === "log-entry") return commentBox.aboutEntry;
  return kind === "review" ? commentBox.aboutReview : commentBox.aboutPlan;
}

function TakeBack({ comment }: { comment: Comment }) {
  const { records } = useStore();
  const setRemoved = async (removed: true | undefined): Promise<void> => {
    const done = await records.change(comment.id, (draft) => draft.set("removed", removed));
    if (!done.ok) showToast({ words: wordsForProblem(done.problem) });
    else if (removed)
      showToast({
        words: commentBox.removed,
        undo: { label: common.undo, onUndo: () => void setRemoved(undefined) },
      });
  };
  return (
    <Button kind="text" small onPress={() => void setRemoved(true)}>
      {commentBox.remove}
    </Button>
  );
}

function OneComment({ comment, isNew, saysAbout }: { comment: Comment; isNew: boolean; saysAbout: boolean }) {
  const { person } = useAccount();
  const about = useAboutWords(comment.value.about);
  return (
    <CommentRow
      comment={comment}
      isNew={isNew}
      {...(saysAbout ? { about } : {})}
      {...(comment.createdBy === person ? { action: <TakeBack comment={comment} /> } : {})}
    />
  );
}

export type CommentsProps = {
  readonly comments: readonly Comment[];
  readonly about: Commentable;
  readonly learner: LearnerId;
  readonly name: string;
  /** False for those who may read and not say. */
  readonly maySay: boolean;
  readonly isNew?: (comment: Comment) => boolean;
  /** True in a list of comments about several things. */
  readonly saysAbout?: boolean;
};

const nothingNew = (): boolean => false;

/** More than these stand under a heading that opens. */
const mostOpen = 4;

/** Newest last, so that the box under them goes on from there. Without comments, a line that says so. */
export function Comments({ comments, isNew = nothingNew, saysAbout = false, maySay, ...box }: CommentsProps) {
  const shown = comments
    .filter(({ value }) => isShownComment(value))
    .toSorted((a, b) => a.createdAt - b.createdAt);
  const earlier = shown.slice(0, -mostOpen);
  const list = (some: readonly Comment[]) => (
    <ul className="coms">
      {some.map((comment) => (
        <OneComment key={comment.id} comment={comment} isNew={isNew(comment)} saysAbout={saysAbout} />
      ))}
    </ul>
  );
  return (
    <>
      {shown.length === 0 && <p className="small muted">{commentBox.none(box.name)}</p>}
      {earlier.length > 0 && (
        <Disclosure title={commentBox.earlier(earlier.length)}>{list(earlier)}</Disclosure>
      )}
      {list(shown.slice(-mostOpen))}
      {maySay && <CommentBox {...box} />}
    </>
  );
}
