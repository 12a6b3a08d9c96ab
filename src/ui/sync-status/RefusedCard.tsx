/** One thing the server refused: why, its words, and what can be done so that none of them is lost. */
import { CircleAlert, ChevronRight, Copy, MessageSquare, RefreshCw, Trash2 } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Commentable } from "#model/kinds/comment.ts";
import { definitionOf } from "#model/kinds.ts";
import { pieceBytes, piecesOf } from "#model/pieces.ts";
import { project } from "#model/record/record.ts";
import type { Refused } from "#store/ports.ts";
import { attempted } from "#store/storage-failure.ts";
import type { EditOf } from "#store/store.ts";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button as KitButton } from "#ui/kit/press/Button.tsx";
import { useOneAtATime } from "#ui/kit/press/use-one-at-a-time.ts";
import { useStore } from "#ui/store-context.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { kindWords, sync as words } from "#ui/words/sync-status/sync.ts";
import { typedWords } from "./record-words.ts";

const Choice = ({ icon, onPress, children }: { icon: LucideIcon; onPress: () => void; children: string }) => (
  <Button onPress={onPress}>
    <Icon of={icon} />
    {children}
    <Icon of={ChevronRight} small mirror />
  </Button>
);

/** What others write in, too, so that it is there to be commented on without these words. */
const commentable: ReadonlySet<string> = new Set(["plan", "objective", "target", "review"]);

function DropDialog({ onDrop, onClose }: { onDrop: () => void; onClose: () => void }) {
  return (
    <Dialog title={words.dropAsk} isOpen isAlert onClose={onClose} closeLabel={everywhere.cancel}>
      <p>{words.dropWords}</p>
      <div className="dialog-acts">
        <KitButton kind="danger" onPress={onDrop}>
          {words.dropYes}
        </KitButton>
      </div>
    </Dialog>
  );
}

/** What can be done about it; each way ends with it off the list or sent again. */
function useWaysOut({ id, envelope }: Refused, said: string, onSettled: () => void) {
  const { sync, records } = useStore();
  const settle = async (): Promise<void> => {
    const done = await attempted(() => sync.settleRefused(id));
    if (!done.ok) showToast({ words: wordsForProblem(done.problem) });
    onSettled();
  };
  const retry = async (): Promise<void> => {
    const outcome = await sync.retryRefused(id);
    showToast({ words: outcome.ok ? words.retried : wordsForProblem(outcome.problem) });
    onSettled();
  };
  const copy = async (): Promise<void> => {
    // There is no clipboard in some browsers, and others refuse it.
    const write = async (): Promise<void> => navigator.clipboard.writeText(said);
    const [copied] = await Promise.allSettled([write()]);
    showToast({ words: copied.status === "fulfilled" ? words.copied : words.notCopied });
  };
  const [asComment] = useOneAtATime(async () => {
    const { learner } = envelope;
    const pieces = piecesOf(said, { firstBytes: pieceBytes, eachBytes: pieceBytes });
    const comments = pieces.map((piece) => (): EditOf<"comment"> => (draft) => {
      draft.set("about", id as Commentable);
      draft.type("words", piece);
    });
    const outcome = await records.createAll("comment", learner ? { learner } : {}, comments);
    if (!outcome.ok) {
      showToast({ words: wordsForProblem(outcome.problem) });
      return;
    }
    showToast({ words: words.sentAsComment });
    await settle();
  });
  return { settle, retry, copy, asComment };
}

/** `onSettled` is called after anything that may have changed the list. */
export function RefusedCard({ refused, onSettled }: { refused: Refused; onSettled: () => void }) {
  const { kind } = refused.envelope;
  const said = typedWords(kind, project(definitionOf(kind), refused.state));
  const ways = useWaysOut(refused, said, onSettled);
  const [isDropping, setDropping] = useState(false);
  return (
    <article className="card refused">
      <h2>
        <Icon of={CircleAlert} />
        {kindWords[kind]}
      </h2>
      <div className="what">
        <div>
          <p>{kind === "erasure" ? words.notErased : wordsForProblem(refused.problem)}</p>
          {said !== "" && (
            <blockquote className="typed" dir="auto">
              {said}
            </blockquote>
          )}
        </div>
      </div>
      <div className="choices">
        <Choice icon={RefreshCw} onPress={() => void ways.retry()}>
          {words.tryAgain}
        </Choice>
        {said !== "" && commentable.has(kind) && (
          <Choice icon={MessageSquare} onPress={() => ways.asComment()}>
            {words.asComment}
          </Choice>
        )}
        {said !== "" && (
          <Choice icon={Copy} onPress={() => void ways.copy()}>
            {words.copy}
          </Choice>
        )}
        <Choice icon={Trash2} onPress={() => setDropping(true)}>
          {words.drop}
        </Choice>
      </div>
      {isDropping && <DropDialog onDrop={() => void ways.settle()} onClose={() => setDropping(false)} />}
    </article>
  );
}
