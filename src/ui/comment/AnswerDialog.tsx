/** Writing a comment on something: saved from the first letter, seen by those who see what it is about. */
import type { Commentable } from "#model/comment.ts";
import type { LearnerId } from "#model/id.ts";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useWriting } from "#ui/typed/use-writing.ts";
import { comment as words } from "#ui/words/comment.ts";
import { common } from "#ui/words/common.ts";

export type AnswerDialogProps = {
  readonly title: string;
  readonly about: Commentable;
  readonly learner: LearnerId;
  readonly onClose: () => void;
};

function Answering({ about, learner, onClose }: Omit<AnswerDialogProps, "title">) {
  const writing = useWriting("comment", { learner }, { start: (draft) => draft.set("about", about) });
  return (
    <>
      <TypedText
        label={words.yours}
        words={writing.wordsOf("words")}
        onType={(text) => writing.type("words", text)}
        startsHere
      />
      <SavingMark saving={writing.saving} />
      <div className="dialog-acts">
        <FingerButton onPress={onClose}>{common.done}</FingerButton>
      </div>
    </>
  );
}

/** Open while it is rendered. */
export function AnswerDialog({ title, ...answering }: AnswerDialogProps) {
  return (
    <Dialog title={title} isOpen onClose={answering.onClose} closeLabel={common.close}>
      <Answering {...answering} />
    </Dialog>
  );
}
