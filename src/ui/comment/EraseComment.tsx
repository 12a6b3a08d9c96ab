/** Deleting a comment for ever: by who said it once they took it back, or by a coordinator of the learner's home. */
import { FileCheck, PencilLine } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import type { StoredRecord } from "#store/store.ts";
import { EraseDialog } from "#ui/erasing/EraseDialog.tsx";
import type { Effect } from "#ui/erasing/EraseDialog.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { usePerson } from "#ui/use-record.ts";
import { erasing as words } from "#ui/words/erasing.ts";
import { everywhere } from "#ui/words/everywhere.ts";

const closed: Effect = { icon: FileCheck, words: words.closed };
const asked: Effect = { icon: PencilLine, words: words.asked };

/** Once it is erased, nothing is where the button was: whoever goes by keys goes on from the page's main part. */
function useWayOn(isAsking: boolean): void {
  useEffect(() => {
    if (!isAsking) return undefined;
    return () => {
      // After the dialog has given the focus back, where that is still possible.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === document.body;
        if (isLost) document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
      });
    };
  }, [isAsking]);
}

/** The button, and the question it asks. */
export function EraseComment({ comment, icon }: { comment: StoredRecord<"comment">; icon?: LucideIcon }) {
  const [isAsking, setAsking] = useState(false);
  const account = useAccount();
  const author = usePerson(comment.createdBy);
  const isLearner = account.learner !== undefined;
  useWayOn(isAsking);
  const close = (): void => setAsking(false);
  return (
    <>
      <Button kind="text" small {...(icon ? { icon } : {})} onPress={() => setAsking(true)}>
        {words.act}
      </Button>
      {isAsking && (
        <EraseDialog
          title={author?.isMe ? words.commentTitle : words.othersTitle(author?.name ?? everywhere.someone)}
          said={comment.value.words}
          ids={[comment.id]}
          never={isLearner ? words.never : words.neverStaff}
          effects={author?.isMe ? [closed] : [closed, asked]}
          onErased={close}
          onClose={close}
        />
      )}
    </>
  );
}
