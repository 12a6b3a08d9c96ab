/** An open review that closes: whoever types in it keeps it in front of them, so that no word goes nowhere; everybody else is led to the closed one's start. */
import { useEffect, useRef, useState } from "react";
import { announce } from "#ui/kit/overlay/announcer.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { reviewWords } from "#ui/words/staff/review.ts";

type Stage = "unknown" | "open" | "held" | "closed";

const isPlaceForWords = (element: unknown): boolean =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text");

function stageAfter(stage: Stage, isClosed: boolean | undefined): Stage {
  if (isClosed === undefined) return stage;
  if (!isClosed) return "open";
  if (stage === "open") return isPlaceForWords(document.activeElement) ? "held" : "closed";
  return stage === "held" ? "held" : "closed";
}

/**
 * True while a closed review still stands there as an open one: from its closing on until the person leaves their box.
 * `isClosed` is undefined until it is known. Source: RULES R2.
 */
export function useHeldOpen(isClosed: boolean | undefined): boolean {
  const [stage, setStage] = useState<Stage>("unknown");
  const now = stageAfter(stage, isClosed);
  if (now !== stage) setStage(now);
  const isHeld = now === "held";
  useEffect(() => {
    if (!isHeld) return undefined;
    showToast({ words: reviewWords.closedMeanwhile });
    const leave = ({ relatedTarget }: FocusEvent): void => {
      // Somebody who looks at another window comes back to their box.
      if (document.hasFocus() && !isPlaceForWords(relatedTarget)) setStage("closed");
    };
    document.addEventListener("focusout", leave);
    return () => document.removeEventListener("focusout", leave);
  }, [isHeld]);
  return isHeld;
}

/** Leads to the start of the closed review when the open one goes. `isClosed` is undefined until it is known. */
export function useClosedHere(isClosed: boolean | undefined): void {
  const was = useRef(isClosed);
  useEffect(() => {
    if (was.current === false && isClosed === true) {
      window.scrollTo(0, 0);
      document.getElementById("main")?.focus({ preventScroll: true });
      announce(document.title);
    }
    was.current = isClosed;
  }, [isClosed]);
}
