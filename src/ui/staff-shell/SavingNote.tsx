/** One quiet word on how far what is being typed has come: on this device, or why not. */
import type { Saving } from "#store/store.ts";
import { saved } from "#ui/words/common.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

/** Before the first keystroke it promises; after it, it tells. */
export function SavingNote({ saving }: { saving: Saving | undefined }) {
  if (saving?.state === "failed")
    return (
      <p className="small not-sent" role="alert">
        {wordsForProblem(saving.problem)}
      </p>
    );
  const words =
    saving === undefined ? saved.asYouWrite : saving.state === "saving" ? saved.saving : saved.asYouWrite;
  return <p className="small muted saving-note">{words}</p>;
}
