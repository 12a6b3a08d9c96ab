/**
 * Who is using this tab: from opening the app, through signing in, to their open store. Signing out
 * and being signed out are different: the first forgets the person, the second only stops sending.
 */
import { create } from "zustand";
import { no } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import { refreshAccount, watchSignedOut, whoIsHere } from "#store/account.ts";
import type { Account } from "#store/account.ts";
import { createFirstStore } from "#store/first/first-store.ts";
import { createOpening } from "#store/first/opening.ts";
import type { FirstReading } from "#store/first/reading.ts";
import type { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { forgetWaitingWords } from "#ui/open-editors.ts";

/** Where a tab stands. */
export type Session =
  | { readonly state: "opening" }
  /** `hasLeft`: somebody used this tab and signed out. Where they were is nobody else's to come to. */
  | { readonly state: "signed-out"; readonly hasLeft?: true }
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

const settled = Promise.withResolvers<void>();

/** Resolves when the first page is drawn, or when nobody is signed in for whom it could be. */
export const firstPageSettled = settled.promise;

const storeUserOf = (session: Session) =>
  session.state === "signed-in" ? session.account.person : undefined;

function enter(session: Session): void {
  // Else whoever is next would be asked to stay, and kept waiting, for words of somebody else's.
  if (storeUserOf(useSession.getState()) !== storeUserOf(session)) forgetWaitingWords();
  useSession.setState(session, true);
  if (session.state !== "signed-in") settled.resolve();
}

const whenDrawn = Promise.withResolvers<void>();

/** So that the first page is on the screen before what it did not need takes its time, in milliseconds. */
export const afterDrawingMs = 200;

/** The first page is drawn: what it did not need is fetched and opened soon. */
export function firstPageDrawn(): void {
  settled.resolve();
  setTimeout(() => {
    whenDrawn.resolve();
    void fetchOpening();
  }, afterDrawingMs);
}

/** RxDB is a quarter of the first page's script, and what was read already does not need it. Undefined while it cannot be fetched. */
async function fetchOpening(): Promise<typeof openStore | undefined> {
  const [fetched] = await Promise.allSettled([import("#store/open-store.ts")]);
  return fetched.status === "fulfilled" ? fetched.value.openStore : undefined;
}

const openLate = async (account: Account): Promise<Outcome<Store>> =>
  (await fetchOpening())?.(account) ?? no("offline");

/**
 * Finds out who uses this device and opens their records; needs no network. Resolves when that is known. What
 * was read of them already is shown at once.
 */
export async function beginSession(reading?: Promise<FirstReading | undefined>): Promise<void> {
  const read = await reading;
  if (read && (await enterWith(read))) return;
  const account = await whoIsHere();
  if (!account) return enter({ state: "signed-out" });
  await openFor(account);
  void catchUp();
}

/** Shows what can be read, and opens the store when the page is drawn or needs more; false where that has to come first. */
async function enterWith(reading: FirstReading): Promise<boolean> {
  const { account } = reading;
  const opening = createOpening(async () => {
    const [here] = await Promise.all([whoIsHere(), fetchOpening()]);
    // Signed out in another tab since it was read.
    if (here?.person !== account.person) {
      endSession();
      return no("signed-out");
    }
    const opened = await openLate(account);
    if (opened.ok) void catchUp();
    else enter({ state: "cannot-open", account, problem: opened.problem });
    return opened;
  });
  const store = await createFirstStore(reading, opening);
  if (!store) return false;
  letGoWhenSignedOut(store);
  enter({ state: "signed-in", account, store });
  void whenDrawn.promise.then(opening.needed);
  return true;
}

/** Another tab may sign this person out. */
function letGoWhenSignedOut(store: Store): void {
  const unwatch = watchSignedOut(store.person, () => {
    unwatch();
    void store.close();
    endSession();
  });
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
  const opened = await openLate(account);
  if (!opened.ok) return enter({ state: "cannot-open", account, problem: opened.problem });
  const store = opened.value;
  letGoWhenSignedOut(store);
  return enter({ state: "signed-in", account, store });
}

/** After the person's databases are gone: back to the sign-in. */
export const endSession = (): void => enter({ state: "signed-out", hasLeft: true });
