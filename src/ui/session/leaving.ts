/**
 * What happens when the tab is hidden or left. Hidden, everything typed is made durable at once, and what is not yet is
 * jotted down, for nobody hears whether the tab is ever seen again. Before it is left, the browser asks the person to stay
 * only while something typed is not durable: a tab in which all is saved goes, and comes back, without a question.
 */
import { flushOpenEditors, haveWaitingWords, watchWaitingWords } from "#ui/open-editors.ts";
import type { Session } from "./session.ts";
import { useSession } from "./session.ts";

const unsavedOf = (session: Session) =>
  session.state === "signed-in" ? session.store.records.unsaved : undefined;

const unsavedNow = () => unsavedOf(useSession.getState());

function keepAtOnce(): void {
  void flushOpenEditors();
  unsavedNow()?.jot();
}

const isAtRisk = (): boolean => haveWaitingWords() || unsavedNow()?.isAny() === true;

/** Asks, and jots down all the same: where a person goes although it is asked, or is never asked, nothing may be lost. */
function ask(event: BeforeUnloadEvent): void {
  if (!isAtRisk()) return;
  keepAtOnce();
  event.preventDefault();
}

/** Leaves this tab's app for an address of it without asking, with what is not durable jotted down. */
export function leaveFor(address: string): void {
  keepAtOnce();
  window.removeEventListener("beforeunload", ask);
  // Back may bring the page as it was, and to somebody else.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  location.assign(address);
}

/** Guards this tab. Returns the way to stop. */
export function guardLeaving(): () => void {
  const look = (): void => {
    if (isAtRisk()) window.addEventListener("beforeunload", ask);
    else window.removeEventListener("beforeunload", ask);
  };
  let unwatch = unsavedNow()?.watch(look);
  const stops = [
    watchWaitingWords(look),
    useSession.subscribe((session, before) => {
      if (unsavedOf(session) === unsavedOf(before)) return;
      unwatch?.();
      unwatch = unsavedOf(session)?.watch(look);
      look();
    }),
  ];
  const whenHidden = (): void => {
    if (document.visibilityState === "hidden") keepAtOnce();
  };
  document.addEventListener("visibilitychange", whenHidden);
  window.addEventListener("pagehide", keepAtOnce);
  return () => {
    for (const stop of stops) stop();
    unwatch?.();
    window.removeEventListener("beforeunload", ask);
    document.removeEventListener("visibilitychange", whenHidden);
    window.removeEventListener("pagehide", keepAtOnce);
  };
}
