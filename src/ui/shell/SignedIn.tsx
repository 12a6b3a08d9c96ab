/** Everything behind the sign-in: opens the person's records first, and remembers where they wanted to go. */
import { Navigate, Outlet, useLocation } from "react-router";
import { beginSession, useSession } from "#ui/session/session.ts";
import { StoreProvider, useAccount } from "#ui/store-context.tsx";
import { wordsForProblem } from "#ui/words/problems.ts";
import { shell } from "#ui/words/shell.ts";
import { Notice } from "./Broken.tsx";
import { ClearedStrip } from "./ClearedStrip.tsx";
import { homeOf } from "#ui/session/homes.ts";
import { Opening } from "./Opening.tsx";
import { ReadingLock } from "./ReadingLock.tsx";

/** Shows the pages inside once the store is open. */
export function SignedIn() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.state === "opening") return <Opening />;
  if (session.state === "signed-out")
    return <Navigate to="/sign-in" replace state={session.hasLeft ? null : { from: pathname + search }} />;
  if (session.state === "cannot-open") {
    const { title, words, action } = shell.cannotOpen;
    const detail = wordsForProblem(session.problem);
    return (
      <Notice
        title={title}
        words={words}
        action={action}
        detail={detail}
        onAction={() => void beginSession()}
      />
    );
  }
  return (
    <StoreProvider store={session.store} account={session.account}>
      <ClearedStrip />
      <ReadingLock>
        <Outlet />
      </ReadingLock>
    </StoreProvider>
  );
}

/** The bare address leads each person to their own start screen. */
export function ToHome() {
  return <Navigate to={homeOf(useAccount())} replace />;
}

/** Pages about one's own plan and log: those who do not learn are led to their start screen instead. */
export function LearnersOnly() {
  const account = useAccount();
  return account.learner ? <Outlet /> : <Navigate to={homeOf(account)} replace />;
}

/** Pages for those who work with learners: a learner is led to their own start screen instead. */
export function StaffOnly() {
  const account = useAccount();
  return account.home === "learner" ? <Navigate to={homeOf(account)} replace /> : <Outlet />;
}
