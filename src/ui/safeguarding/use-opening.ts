/**
 * Private entries while they are being read: in this page's memory and nowhere else. Gone when the page is
 * left, locked, put aside by the browser, or its person signs out. Source: RULES A15.
 */
import { useEffect, useState } from "react";
import type { OpenedPrivate, PrivateToOpen } from "#model/wire/api.ts";
import type { Problem } from "#model/outcome.ts";
import { openPrivate } from "#store/safeguarding.ts";

/** Where an opening stands. */
export interface Opening {
  readonly opened: OpenedPrivate | undefined;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly open: (asked: PrivateToOpen) => Promise<void>;
  readonly close: () => void;
}

/** Nothing is open at the start, also on coming back to the page. */
export function useOpening(): Opening {
  const [opened, setOpened] = useState<OpenedPrivate>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    // A page that the browser keeps for the back button would come back with what stood on it.
    const close = (): void => setOpened(undefined);
    window.addEventListener("pagehide", close);
    return () => window.removeEventListener("pagehide", close);
  }, []);
  const open = async (asked: PrivateToOpen): Promise<void> => {
    setBusy(true);
    const answer = await openPrivate(asked);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    setOpened(answer.ok ? answer.value : undefined);
  };
  return { opened, problem, isBusy, open, close: () => setOpened(undefined) };
}
