/** Signing in: asks the server, opens the person's records, and goes where they wanted to go. */
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { Outcome, Problem } from "#model/outcome.ts";
import type { Account } from "#store/account.ts";
import { openFor } from "#ui/session/session.ts";
import { homeOf } from "#ui/shell/homes.ts";

const cameFrom = (state: unknown): string | undefined => {
  const from = typeof state === "object" && state !== null && "from" in state ? state.from : undefined;
  return typeof from === "string" && from !== "/" ? from : undefined;
};

/** `isBusy` while the server is asked; `problem` is why it did not work. */
export function useArriving() {
  const navigate = useNavigate();
  const location = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const arrive = async (asked: () => Promise<Outcome<Account>>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await asked();
    if (answer.ok) {
      await openFor(answer.value);
      await navigate(cameFrom(location.state) ?? homeOf(answer.value), { replace: true });
    } else setProblem(answer.problem);
    setBusy(false);
  };
  return { arrive, isBusy, problem };
}
