/** "Done" under a place to write: it leads on once the words are durable. Where they cannot be, the place stays and says so. */
import { useRef } from "react";
import type { Outcome } from "#model/outcome.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

/** What to do when it is pressed; pressed again meanwhile, it does nothing. `keep` makes all durable that is to be kept. */
export function useDone(keep: () => Promise<Outcome<unknown>>, onDone: () => void): () => void {
  const isUnderWay = useRef(false);
  const keepAll = async (): Promise<void> => {
    const kept = await keep();
    isUnderWay.current = false;
    if (kept.ok) onDone();
    else showToast({ words: wordsForProblem(kept.problem) });
  };
  return () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void keepAll();
  };
}
