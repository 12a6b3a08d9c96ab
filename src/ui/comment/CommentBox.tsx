/** A place to say something about a plan, a target, an entry or a review: kept and seen from the first letter. */
import { Eye } from "lucide-react";
import { useRef, useState } from "react";
import type { Commentable } from "#model/kinds/comment.ts";
import { personOfLearner } from "#model/id.ts";
import type { LearnerId } from "#model/id.ts";
import type { EditOf } from "#store/store.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useDone } from "#ui/typed/use-done.ts";
import { useWriting } from "#ui/typed/use-writing.ts";
import { usePerson } from "#ui/use-record.ts";
import { comment as words } from "#ui/words/comment.ts";
import { shortName } from "#ui/words/today.ts";
import { useSeenBy } from "./use-seen-by.ts";

export type CommentBoxProps = {
  readonly about: Commentable;
  readonly learner: LearnerId;
  /** Whom the words answer; without it they begin something. */
  readonly answers?: string;
  /** Called when what was said is done; without it the box is empty again. */
  readonly onDone?: () => void;
};

type WritingProps = Omit<CommentBoxProps, "answers" | "onDone"> & {
  readonly label: string;
  readonly startsHere: boolean;
  readonly onDone: () => void;
  /** Called when more than one comment takes has moved on to comments that follow it. */
  readonly onMoved: () => void;
};

function Writing({ about, learner, label, startsHere, onDone, onMoved }: WritingProps) {
  const begin: EditOf<"comment"> = (draft) => draft.set("about", about);
  // More than one comment takes stands in comments that follow it.
  const goOn = { next: () => begin, onParts: () => undefined, onMoved };
  const writing = useWriting("comment", { learner }, { start: begin, goOn });
  const done = useDone(writing.keep, onDone);
  return (
    <>
      <TypedText
        label={label}
        isLabelHidden
        placeholder={label}
        history={writing.history}
        words={writing.wordsOf("words")}
        onType={(text) => writing.type("words", text)}
        isReadOnly={writing.isWaiting}
        rows={2}
        startsHere={startsHere}
      />
      {writing.saving && (
        <div className="com-done">
          <SavingMark saving={writing.saving} />
          <Button small onPress={done}>
            {words.done}
          </Button>
        </div>
      )}
    </>
  );
}

function useLabel(learner: LearnerId, name: string, answers: string | undefined): string {
  const account = useAccount();
  if (answers !== undefined) return words.answer(answers);
  return learner === account.learner ? words.add : words.addTo(name);
}

/** "Done" lets go of what was said, so that the next words are a comment of their own; the focus stays in the box, where no keyboard comes up by itself. Whoever types on after a long one types in the next box. */
export function CommentBox({ about, learner, answers, onDone }: CommentBoxProps) {
  const [{ turn, typesOn }, setTurn] = useState({ turn: 0, typesOn: false });
  const box = useRef<HTMLElement>(null);
  const name = shortName(usePerson(personOfLearner(learner))?.name);
  const label = useLabel(learner, name, answers);
  const { who, rest } = useSeenBy(about, learner, name);
  const isIn = () => box.current?.contains(document.activeElement) === true;
  const beginAnew = (): void => {
    if (isIn()) box.current?.focus({ preventScroll: true });
    setTurn({ turn: turn + 1, typesOn: false });
  };
  return (
    <section className="com-box" ref={box} aria-label={label} tabIndex={-1}>
      <Writing
        key={turn}
        about={about}
        learner={learner}
        label={label}
        startsHere={answers !== undefined || typesOn}
        onDone={onDone ?? beginAnew}
        onMoved={onDone ?? (() => setTurn({ turn: turn + 1, typesOn: isIn() }))}
      />
      <p className="who">
        <Icon of={Eye} small />
        <span dir="auto">
          <b>
            <bdi>{who}</bdi>
          </b>
          {rest}
        </span>
      </p>
    </section>
  );
}
