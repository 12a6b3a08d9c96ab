/** The learners whose private entries this person may open, asked anew each time; kept in this page's memory alone. */
import { useCallback, useEffect, useState } from "react";
import type { SafeguardedLearner } from "#model/wire/api.ts";
import type { Problem } from "#model/outcome.ts";
import { safeguardedLearners } from "#store/safeguarding.ts";

/** What has come of asking. */
export interface AskedLearners {
  readonly learners: readonly SafeguardedLearner[] | undefined;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
}

/** Asks again whenever there is a connection once more. */
export function useSafeguarded(): AskedLearners {
  const [learners, setLearners] = useState<readonly SafeguardedLearner[]>();
  const [problem, setProblem] = useState<Problem>();
  const reload = useCallback(() => {
    void safeguardedLearners().then((answer) => {
      setProblem(answer.ok ? undefined : answer.problem);
      if (answer.ok) setLearners(answer.value);
    });
  }, []);
  useEffect(() => {
    reload();
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, [reload]);
  return { learners, problem, reload };
}
