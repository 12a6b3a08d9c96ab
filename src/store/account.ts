/**
 * Who uses this device: signing in and out, and the devices and password of the person signed in.
 * Everything but {@link whoIsHere} needs the network; being signed out by the server stops sending, never writing.
 */
import type {
  Account as ServerAccount,
  CodeGreeting,
  CodeToGreet,
  Device,
  PasswordChange,
  SetUp,
  SetUpState,
  DemoPeople,
  SignIn,
  SignInByCode,
  SigningDevice,
} from "#model/wire/api.ts";
import type { PersonId } from "#model/id.ts";
import type { Outcome } from "#model/outcome.ts";
import { deleteDatabases, deleteJottingsBut } from "#store/database/delete-databases.ts";
import { createDeviceDatabase } from "./device-database.ts";
import { deviceName } from "./device-name.ts";
import { askServer } from "./server-call.ts";
import type { Store, SyncStatus, Unwatch } from "./store.ts";
import { createTabLine } from "#store/sync/tab-line.ts";

/** The person signed in on this device, known also offline. */
export type Account = ServerAccount;

const device = createDeviceDatabase();

/** Who uses this device; known without a network. Undefined when nobody has signed in, or the last person signed out. */
export async function whoIsHere(): Promise<Account | undefined> {
  const [here, owes] = await Promise.all([device.here(), device.owesSignOut(), finishLeaving()]);
  if (owes) void tellSignOut();
  return here;
}

/** Asks the server anew who is signed in: names and roles change. Problems: `signed-out`, `offline`. */
export const refreshAccount = (): Promise<Outcome<Account>> => arriving(askServer<Account>("/session"));

/** Signs in. Problems: `wrong-password`, `too-many-tries`, `offline`. */
export const signIn = async (given: Pick<SignIn, "userName" | "password">): Promise<Outcome<Account>> =>
  arriving(
    askServer("/session", { method: "POST", body: { ...given, ...(await thisDevice()) } satisfies SignIn }),
  );

/** No code is longer, in any way of writing one. */
const codeLengthMax = 40;

/** What is asked of the server for a code: of a whole link the part that is the code, and never a whole letter. */
const codeIn = (given: string): string =>
  (given.split("#").at(-1) ?? "").trim().slice(0, codeLengthMax).toWellFormed();

/** Whom a sign-in code is for. Problems: `wrong-code`, `code-used`, `too-many-tries`. */
export const greetCode = (code: string): Promise<Outcome<CodeGreeting>> =>
  askServer("/session/code/greeting", {
    method: "POST",
    body: { code: codeIn(code) } satisfies CodeToGreet,
  });

/** Signs in by a one-time code and sets the password. Problems: those of the code, and `weak-password`. */
export const signInWithCode = async ({
  code,
  password,
}: Pick<SignInByCode, "code" | "password">): Promise<Outcome<Account>> =>
  arriving(
    askServer("/session/code", {
      method: "POST",
      body: { code: codeIn(code), password, ...(await thisDevice()) } satisfies SignInByCode,
    }),
  );

/** What a visitor may know of the server. */
export const setUpState = (): Promise<Outcome<SetUpState>> => askServer("/setup");

/** Sets up an organisation on a fresh server and signs in. */
export const setUp = async (given: Omit<SetUp, keyof SigningDevice>): Promise<Outcome<Account>> =>
  arriving(
    askServer("/setup", { method: "POST", body: { ...given, ...(await thisDevice()) } satisfies SetUp }),
  );

/** Loads the demo school into a fresh server. */
export const setUpDemo = (token: string): Promise<Outcome<DemoPeople>> =>
  askServer("/setup/demo", { method: "POST", body: { token } });

/** Changes one's own password; every other device is signed out. */
export const changePassword = (change: PasswordChange): Promise<Outcome<unknown>> =>
  askServer("/session/password", { method: "POST", body: change });

/** The devices of the person signed in, or of `person` for those who may; last seen first. */
export const devices = (person?: PersonId): Promise<Outcome<readonly Device[]>> =>
  askServer(person ? `/devices?person=${encodeURIComponent(person)}` : "/devices");

/** Signs a device out from afar. */
export const removeDevice = (id: string): Promise<Outcome<unknown>> =>
  askServer(`/devices/${encodeURIComponent(id)}`, { method: "DELETE" });

/** What came of signing out: done, or what would be lost by it. */
export type SignedOut =
  | { readonly done: true }
  | (Pick<SyncStatus, "unsent" | "waiting" | "refused" | "problem"> & { readonly done: false });

/**
 * Signs out: sends what is unsent, then deletes everything of this person on this device. When
 * something cannot be sent, nothing happens and the counts are returned, so that the screen can warn and
 * offer an export; `evenUnsent` goes on all the same.
 */
export async function signOut(store: Store, { evenUnsent = false } = {}): Promise<SignedOut> {
  const status = await store.sync.sendNow();
  if (!evenUnsent && status.unsent + status.refused > 0) return { ...status, done: false };
  await device.oweSignOut(true);
  await device.leave(store.person);
  leavingHere.add(store.person);
  const line = createTabLine<PersonId>(signOutLine);
  line.say(store.person);
  line.close();
  await store.close();
  await finishLeaving();
  await tellSignOut();
  return { done: true };
}

/** Deletes what is left of people who signed out, also when the tab was closed in the middle of it. */
async function finishLeaving(): Promise<void> {
  for (const person of await device.leaving()) {
    await deleteDatabases(person);
    await device.forget(person);
  }
  deleteJottingsBut(await device.people(), Date.now());
}

const signOutLine = "waymark-signed-out";

/** Whom this very tab signs out: it hears that word too, since it speaks and listens on lines of their own. */
const leavingHere = new Set<PersonId>();

/** Calls when another tab signs this person out; the tab must close its store and let go of the screen. */
export function watchSignedOut(person: PersonId, listener: () => void): Unwatch {
  const line = createTabLine<PersonId>(signOutLine);
  line.hear((who) => {
    if (who === person && !leavingHere.has(who)) listener();
  });
  return () => line.close();
}

/** Ends the session at the server; without a connection that is owed until the next start. */
async function tellSignOut(): Promise<void> {
  const told = await askServer("/session", { method: "DELETE" });
  if (told.ok || told.problem.code === "signed-out") await device.oweSignOut(false);
}

async function arriving(asked: Promise<Outcome<Account>>): Promise<Outcome<Account>> {
  const answer = await asked;
  if (!answer.ok) return answer;
  await device.oweSignOut(false);
  await device.arrive(answer.value);
  leavingHere.delete(answer.value.person);
  return answer;
}

async function thisDevice(): Promise<SigningDevice> {
  const id = await device.deviceId();
  return { deviceName: deviceName(navigator), ...(id ? { device: id } : {}) };
}
