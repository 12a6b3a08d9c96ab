/** What was said about a learner's plan, a target, an entry or a review, newest last, and a place to say more. */
import { isShownComment, isTakenBack } from "#model/kinds/comment.ts";
import type { Commentable } from "#model/kinds/comment.ts";
import { personOfLearner } from "#model/id.ts";
import type { LearnerId } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { useAccount } from "#ui/store-context.tsx";
import { usePerson, useRecordsOf } from "#ui/use-record.ts";
import { comment as words } from "#ui/words/comment.ts";
import { shortName } from "#ui/words/today.ts";
import { CommentBox } from "./CommentBox.tsx";
import { CommentRow } from "./CommentRow.tsx";
import { EraseComment } from "./EraseComment.tsx";
import { TakeBack } from "./TakeBack.tsx";
import { TakenBack } from "./TakenBack.tsx";
import { useAboutWords } from "./use-about-words.ts";
import "./comment.css";

type Comment = StoredRecord<"comment">;

function OneComment({ comment, isNew, saysAbout }: { comment: Comment; isNew: boolean; saysAbout: boolean }) {
  const { person } = useAccount();
  const about = useAboutWords(comment);
  const mayErase = useMay("erasure", comment.learner);
  const isMine = comment.createdBy === person;
  return (
    <CommentRow
      comment={comment}
      isNew={isNew}
      about={saysAbout ? about : undefined}
      action={isMine ? <TakeBack comment={comment} /> : mayErase && <EraseComment comment={comment} />}
    />
  );
}

export type CommentsProps = {
  /** What words written here are about. */
  readonly about: Commentable;
  readonly learner: LearnerId;
  /** True to show what was said about anything of the learner's, each with what it is about. */
  readonly ofEverything?: boolean;
  readonly isNew?: (comment: Comment) => boolean;
  /** True where nothing more can be said. */
  readonly isOver?: boolean;
};

const nothingNew = (): boolean => false;

/** More than these stand under a heading that opens. */
const mostOpen = 4;

function NothingSaid({ learner }: { learner: LearnerId }) {
  const account = useAccount();
  const name = shortName(usePerson(personOfLearner(learner))?.name);
  return <p className="small muted">{learner === account.learner ? words.none : words.noneTo(name)}</p>;
}

/** Those who may read and not say have no box. */
export function Comments({
  about,
  learner,
  ofEverything = false,
  isNew = nothingNew,
  isOver = false,
}: CommentsProps) {
  const { person } = useAccount();
  const maySay = useMay("comment", learner) && !isOver;
  const all = (useRecordsOf("comment", learner) ?? [])
    .filter(({ value }) => ofEverything || value.about === about)
    .toSorted((a, b) => a.createdAt - b.createdAt);
  const shown = all.filter(({ value }) => isShownComment(value));
  const takenBack = all.filter(({ createdBy, value }) => createdBy === person && isTakenBack(value));
  const earlier = shown.slice(0, -mostOpen);
  const list = (some: readonly Comment[]) => (
    <ul className="coms">
      {some.map((comment) => (
        <OneComment key={comment.id} comment={comment} isNew={isNew(comment)} saysAbout={ofEverything} />
      ))}
    </ul>
  );
  return (
    <>
      {shown.length === 0 && <NothingSaid learner={learner} />}
      {earlier.length > 0 && <Disclosure title={words.earlier(earlier.length)}>{list(earlier)}</Disclosure>}
      {shown.length > 0 && list(shown.slice(-mostOpen))}
      <TakenBack comments={takenBack} />
      {maySay && <CommentBox about={about} learner={learner} />}
    </>
  );
}
