/**
 * Who is using this tab: from opening the app, through signing in, to their open store. Signing out
 * and being signed out are different: the first forgets the person, the second only stops sending.
 */
import { create } from "zustand";
import type { Problem } from "#model/outcome.ts";
import { refreshAccount, watchSignedOut, whoIsHere } from "#store/account.ts";
import type { Account } from "#store/account.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";

/** Where a tab stands. */
export type Session =
  | { readonly state: "opening" }
  | { readonly state: "signed-out" }
  | { readonly state: "cannot-open"; readonly account: Account; readonly problem: Problem }
  | { readonly state: "signed-in"; readonly account: Account; readonly store: Store };

/** This tab's session. */
export const useSession = create<Session>(() => ({ state: "opening" }));

/** This tab's session, as soon as it is known who uses the tab. */
export const knownSession = (): Promise<Session> =>
  new Promise((resolve) => {
    const look = (session: Session): void => {
      if (session.state === "opening") return;
      stop();
      resolve(session);
    };
    const stop = useSession.subscribe(look);
    look(useSession.getState());
  });

const enter = (session: Session): void => useSession.setState(session, true);

/** Finds out who uses this device and opens their records; needs no network. Resolves when that is known. */
export async function beginSession(): Promise<void> {
  const account = await whoIsHere();
  if (!account) return enter({ state: "signed-out" });
  await openFor(account);
  void catchUp();
}

/** Names and roles may have changed since; asked in the background, and nothing waits for it. */
async function catchUp(): Promise<void> {
  const fresh = await refreshAccount();
  const current = useSession.getState();
  if (fresh.ok && current.state === "signed-in" && fresh.value.person === current.account.person)
    enter({ ...current, account: fresh.value });
}

/** Opens the records of the person who signed in; the same person again only goes on sending. */
export async function openFor(account: Account): Promise<void> {
  const current = useSession.getState();
  if (current.state === "signed-in") {
    if (current.account.person === account.person) {
      current.store.sync.ring();
      return enter({ ...current, account });
    }
    await current.store.close();
  }
  const opened = await openStore(account);
  if (!opened.ok) return enter({ state: "cannot-open", account, problem: opened.problem });
  const store = opened.value;
  const unwatch = watchSignedOut(account.person, () => {
    unwatch();
    void store.close();
    endSession();
  });
  return enter({ state: "signed-in", account, store });
}

/** After the person's databases are gone: back to the sign-in. */
export const endSession = (): void => enter({ state: "signed-out" });
