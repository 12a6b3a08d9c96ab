/** Signing in: asks the server, opens the person's records, and goes where they wanted to go. */
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { Outcome, Problem } from "#model/outcome.ts";
import { whoIsHere } from "#store/account.ts";
import type { Account } from "#store/account.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { beginSession, openFor } from "#ui/session/session.ts";
import { homeOf } from "#ui/session/homes.ts";
import { signIn as words } from "#ui/words/sign-in.ts";

const cameFrom = (state: unknown): string | undefined => {
  const from = typeof state === "object" && state !== null && "from" in state ? state.from : undefined;
  return typeof from === "string" && from !== "/" ? from : undefined;
};

/**
 * Somebody else may have signed in here since this page was opened, in another tab. A device has one session:
 * whoever came beside them would take it, and the other tab would go on in the wrong name.
 */
async function showWhoIsHere(userName: string): Promise<boolean> {
  const here = await whoIsHere();
  if (!here || here.userName.toLowerCase() === userName.toLowerCase()) return false;
  await beginSession();
  showToast({ words: words.someoneElse(here.name) });
  return true;
}

/** `isBusy` while the server is asked; `problem` is why it did not work. */
export function useArriving() {
  const navigate = useNavigate();
  const location = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const arrive = async (userName: string, asked: () => Promise<Outcome<Account>>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    if (await showWhoIsHere(userName)) return setBusy(false);
    const answer = await asked();
    if (answer.ok) {
      await openFor(answer.value);
      await navigate(cameFrom(location.state) ?? homeOf(answer.value), { replace: true });
    } else setProblem(answer.problem);
    setBusy(false);
  };
  return { arrive, isBusy, problem };
}
