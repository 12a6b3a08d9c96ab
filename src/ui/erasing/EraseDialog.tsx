/** The question before something is erased for good: what goes, from where, when, and what stays. It cannot be undone. */
import { Eraser } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import type { Id } from "#model/id.ts";
import { deviceWord } from "#ui/device-word.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { showToast, toasts } from "#ui/kit/overlay/toasts.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { beginningOf } from "#ui/log/write/beginning.ts";
import { useStore } from "#ui/store-context.tsx";
import { deviceIcons } from "#ui/sync-status/SavedLine.tsx";
import { erasing as words } from "#ui/words/erasing.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import "./erasing.css";

/** One more thing that is said before, with its picture. */
export interface Effect {
  readonly icon: LucideIcon;
  readonly words: string;
}

export type EraseDialogProps = {
  readonly title: string;
  /** Of what is erased, so that nobody erases something else. */
  readonly said: string;
  /** Every record of it. */
  readonly ids: readonly Id[];
  /** That nobody can bring it back, in words for whoever reads it. */
  readonly never: string;
  readonly effects: readonly Effect[];
  readonly onErased: () => void;
  readonly onClose: () => void;
};

/** Erases; what stood in the way is said where the question was asked. */
function useErasing(ids: readonly Id[], onErased: () => void) {
  const { records } = useStore();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const erase = async (): Promise<void> => {
    setBusy(true);
    const outcome = await records.erase(ids);
    setBusy(false);
    if (!outcome.ok) return setProblem(wordsForProblem(outcome.problem));
    showToast({ words: words.done });
    onErased();
  };
  return { erase: () => void (isBusy || erase()), problem };
}

/** Open while it is rendered. */
export function EraseDialog({ title, said, ids, never, effects, onErased, onClose }: EraseDialogProps) {
  const { erase, problem } = useErasing(ids, onErased);
  const goes = `${words.everywhere} ${never}`;
  const device = deviceWord();
  const all: readonly Effect[] = [{ icon: deviceIcons[device], words: words.when(device) }, ...effects];
  // News of having removed it, with an undo that will not be there any more, would stand over the question.
  useEffect(() => toasts.clear(), []);
  return (
    <Dialog title={title} isOpen isAlert onClose={onClose} closeLabel={words.keep}>
      {said.trim() !== "" && (
        <blockquote className="erase-said" dir="auto">
          {beginningOf(said)}
        </blockquote>
      )}
      <p className="om-p">{goes}</p>
      <Card as="ul" className="om-l">
        {all.map((effect) => (
          <li key={effect.words}>
            <Icon of={effect.icon} />
            <span>{effect.words}</span>
          </li>
        ))}
      </Card>
      <HearIt words={[title, goes, ...all.map((effect) => effect.words)].join(" ")} />
      {problem !== undefined && <p role="alert">{problem}</p>}
      <div className="dialog-acts">
        <Button kind="danger" icon={Eraser} onPress={erase}>
          {words.act}
        </Button>
      </div>
    </Dialog>
  );
}
