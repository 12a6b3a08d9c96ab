/**
 * Back from a place to write leads on once what was written is kept, as “Done” does. Where it cannot be, the place stays
 * and says so. Nobody is held there: pressed again, Back goes at once, and the words follow.
 */
import { useEffect, useRef } from "react";
import { useBlocker } from "react-router";
import type { Blocker } from "react-router";
import type { Outcome } from "#model/outcome.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

/**
 * Holds the first way to another page when `isToBeHeld` says so; `keep` makes all durable that is to be kept. True while
 * it is held, and goes: any other step, also one to the same page by another address, would let it go.
 */
export function useHeldBack(isToBeHeld: () => boolean, keep: () => Promise<Outcome<unknown>>): boolean {
  const wasHeld = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && !wasHeld.current && isToBeHeld(),
  );
  const latest = useRef<Blocker>(undefined);
  const hold = async (): Promise<void> => {
    const kept = await keep();
    const { current: held } = latest;
    if (held?.state !== "blocked") return;
    if (kept.ok) return held.proceed();
    showToast({ words: wordsForProblem(kept.problem) });
    held.reset();
  };
  useEffect(() => {
    latest.current = blocker;
    if (blocker.state !== "blocked" || wasHeld.current) return;
    wasHeld.current = true;
    void hold();
  });
  useEffect(() => () => void (latest.current = undefined), []);
  return blocker.state !== "unblocked";
}
