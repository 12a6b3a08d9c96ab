/** What people said about one thing, oldest first, with a way to say something and to take one's own words back. */
import { useState } from "react";
import type { Commentable } from "#model/comment.ts";
import type { LearnerId } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { useStore } from "#ui/store-context.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { comment as words } from "#ui/words/comment.ts";
import { common } from "#ui/words/common.ts";
import { AnswerDialog } from "./AnswerDialog.tsx";
import { CommentRow } from "./CommentRow.tsx";

type Comment = StoredRecord<"comment">;

function TakeBack({ comment }: { comment: Comment }) {
  const { records } = useStore();
  const setRemoved = (isRemoved: boolean) =>
    records.change(comment.id, (draft) => draft.set("removed", isRemoved));
  const takeBack = (): void => {
    void setRemoved(true);
    showToast({ words: words.removed, undo: { label: common.undo, onUndo: () => void setRemoved(false) } });
  };
  return (
    <Button kind="text" small onPress={takeBack}>
      {words.remove}
    </Button>
  );
}

/** Everything said about `about` that was not taken back. */
export function CommentList({ about, learner }: { about: Commentable; learner: LearnerId }) {
  const { person } = useStore();
  const [isWriting, setWriting] = useState(false);
  const all = useRecordsOf("comment", learner);
  const said = all
    ?.filter(({ value }) => value.about === about && value.removed !== true && value.words !== "")
    .toReversed();
  return (
    <section className="sec">
      <div className="sec-head">
        <h2>{words.title}</h2>
      </div>
      {said && said.length > 0 ? (
        <Card as="ul" className="said">
          {said.map((comment) => (
            <CommentRow
              key={comment.id}
              comment={comment}
              action={comment.createdBy === person && <TakeBack comment={comment} />}
            />
          ))}
        </Card>
      ) : (
        <p className="muted">{words.none}</p>
      )}
      <Button kind="text" onPress={() => setWriting(true)}>
        {words.add}
      </Button>
      {isWriting && (
        <AnswerDialog title={words.add} about={about} learner={learner} onClose={() => setWriting(false)} />
      )}
    </section>
  );
}
