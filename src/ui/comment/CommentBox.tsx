/** A place to say something about a plan, a target, an entry or a review: kept and seen from the first letter. */
import { Eye } from "lucide-react";
import { useState } from "react";
import type { Commentable } from "#model/comment.ts";
import type { LearnerId } from "#model/id.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useWriting } from "#ui/typed/use-writing.ts";
import { commentBox } from "#ui/words/staff-comment.ts";

export type CommentBoxProps = {
  readonly about: Commentable;
  readonly learner: LearnerId;
  /** How people here speak of the learner. */
  readonly name: string;
};

function Writing({ about, learner, name, onDone }: CommentBoxProps & { onDone: () => void }) {
  const writing = useWriting("comment", { learner }, { start: (draft) => draft.set("about", about) });
  return (
    <>
      <TypedText
        label={commentBox.label}
        isLabelHidden
        placeholder={commentBox.say(name)}
        words={writing.wordsOf("words")}
        onType={(words) => writing.type("words", words)}
        rows={2}
      />
      {writing.id !== undefined && (
        <div className="com-done">
          <SavingMark saving={writing.saving} />
          <Button small onPress={onDone}>
            {commentBox.done}
          </Button>
        </div>
      )}
    </>
  );
}

/** "Done" lets go of what was said, so that the next words are a comment of their own. */
export function CommentBox(props: CommentBoxProps) {
  const [turn, setTurn] = useState(0);
  const { who, rest } = commentBox.seenBy(props.name);
  return (
    <div className="com-box">
      <Writing key={turn} {...props} onDone={() => setTurn(turn + 1)} />
      <p className="who">
        <Icon of={Eye} small />
        <span>
          <b>{who}</b>
          {rest}
        </span>
      </p>
    </div>
  );
}
