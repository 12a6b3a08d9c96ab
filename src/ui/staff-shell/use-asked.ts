/** What a page asks the school's server for each time it is shown, because no device keeps it. Needs the network. */
import { useCallback, useEffect, useState } from "react";
import type { Outcome, Problem } from "#model/outcome.ts";

/** What has come of asking. */
export interface Asked<T> {
  readonly answer: T | undefined;
  /** Why it could not be asked for; the last answer stays beside it. */
  readonly problem: Problem | undefined;
  readonly reload: () => void;
}

/**
 * Asks when the page opens, and again whenever there is a connection once more. `ask` keeps its identity as long as
 * the question is the same; undefined while it is not known what to ask for.
 */
export function useAsked<T>(ask: (() => Promise<Outcome<T>>) | undefined): Asked<T> {
  const [answer, setAnswer] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const reload = useCallback(() => {
    void ask?.().then((outcome) => {
      setProblem(outcome.ok ? undefined : outcome.problem);
      if (outcome.ok) setAnswer(outcome.value);
    });
  }, [ask]);
  useEffect(() => {
    reload();
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, [reload]);
  return { answer, problem, reload };
}
