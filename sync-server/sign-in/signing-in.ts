/**
 * Signing in, by password or by a one-time code, and changing the password. Wrong tries are counted
 * under the name; the answer is the same, and as slow, for a name nobody has.
 */
import type { CodeGreeting, PasswordChange, SignIn, SignInByCode } from "#model/wire/api.ts";
import type { PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { SessionRow, UserRow } from "#server/storage/account-storage.ts";
import type { Transaction } from "#server/storage/storage.ts";
import type { Site } from "#server/sync/site.ts";
import { nameOf } from "./account.ts";
import { findCode } from "./codes.ts";
import { isPassword, keepPassword } from "./passwords.ts";
import { startSession, type NewSession } from "./sessions.ts";
import { clearTries, takeTry } from "./tries.ts";

/** Signs in by password. Problems: `wrong-password`, `too-many-tries`. */
export async function signIn(
  { storage, surroundings }: Site,
  { userName, password, device, deviceName }: SignIn,
): Promise<Outcome<NewSession>> {
  const name = triesOf(userName);
  if (!(await takeTry(storage, name, surroundings.clock()))) return no("too-many-tries");
  const user = await storage.read(({ accounts }) => accounts.userByName(userName.trim()));
  const isRight = await isPassword(password, user?.password);
  if (!user || !isRight || user.leftAt !== undefined) return no("wrong-password");
  await clearTries(storage, name);
  return storage.write(async (t) =>
    (await stillHas(t, user))
      ? yes(await startSession(t, surroundings, { person: user.person, device, deviceName }))
      : no("wrong-password"),
  );
}

/** Whom a code is for. Problems: `wrong-code`, `code-used`. */
export const greetByCode = ({ storage, surroundings }: Site, code: string): Promise<Outcome<CodeGreeting>> =>
  storage.read(async (t) => {
    const found = await findCode(t, code, surroundings.clock());
    if (!found.ok) return found;
    const user = await userOf(t, found.value.person);
    return user ? yes({ name: await nameOf(t, user.person), userName: user.userName }) : no("wrong-code");
  });

/** Signs in by a code, which is used up, and sets the password. Every other device is signed out: whoever held it may have known the old one. */
export async function signInByCode(
  site: Site,
  { code, password, device, deviceName }: SignInByCode,
): Promise<Outcome<NewSession>> {
  const { storage, surroundings } = site;
  const kept = await keepPassword(password, surroundings);
  const signedIn = await storage.write(async (t): Promise<Outcome<NewSession>> => {
    const found = await findCode(t, code, surroundings.clock());
    if (!found.ok) return found;
    if (!kept.ok) return kept;
    const user = await userOf(t, found.value.person);
    if (!user) return no("wrong-code");
    await t.accounts.putCodes([{ ...found.value, usedAt: surroundings.clock() }]);
    await t.accounts.putUsers([{ ...user, password: kept.value }]);
    await t.accounts.endSessions({ people: [user.person] });
    return yes(await startSession(t, surroundings, { person: user.person, device, deviceName }));
  });
  if (!signedIn.ok) return signedIn;
  const { person } = signedIn.value.session;
  // What was guessed was the password that is gone.
  const [user] = await storage.read(({ accounts }) => accounts.usersByPerson([person]));
  if (user) await clearTries(storage, triesOf(user.userName));
  site.bell.close({ person });
  return signedIn;
}

/** Changes one's own password, signs out every other device, and puts a code that was never used out of use. Problems: `wrong-password`, `weak-password`, `too-many-tries`, `signed-out`. */
export async function changePassword(
  site: Site,
  session: SessionRow,
  { current, next }: PasswordChange,
): Promise<Outcome<object>> {
  const { storage, surroundings } = site;
  const [user] = await storage.read(({ accounts }) => accounts.usersByPerson([session.person]));
  if (!user) return no("not-found");
  if (!(await takeTry(storage, triesOf(user.userName), surroundings.clock()))) return no("too-many-tries");
  if (!(await isPassword(current, user.password))) return no("wrong-password");
  const kept = await keepPassword(next, surroundings);
  if (!kept.ok) return kept;
  await clearTries(storage, triesOf(user.userName));
  const others = await storage.write(async (t) => {
    const { accounts } = t;
    if (!(await stillHas(t, user))) return no("wrong-password");
    if (!(await accounts.session(session.tokenHash))) return no("signed-out");
    await accounts.putUsers([{ ...user, password: kept.value }]);
    const signedIn = await accounts.devicesOf([user.person], surroundings.clock());
    await accounts.endSessions({ people: [user.person], except: session.device });
    // Whoever changes it because somebody else may get in means a sheet that lies about, too.
    await accounts.dropUnusedCodes([user.person]);
    return yes(signedIn.filter(({ id }) => id !== session.device));
  });
  if (!others.ok) return others;
  for (const { id } of others.value) site.bell.close({ device: id });
  return yes({});
}

/** Whether the password that was found right is still theirs: checking takes its time, in which they may have left or been given another. */
const stillHas = async (t: Transaction, { person, password }: UserRow): Promise<boolean> =>
  (await userOf(t, person))?.password === password;

/** The user, unless they left. */
async function userOf(t: Transaction, person: PersonId): Promise<UserRow | undefined> {
  const [user] = await t.accounts.usersByPerson([person]);
  return user?.leftAt === undefined ? user : undefined;
}

const triesOf = (userName: string): string => `user ${userName.trim().toLowerCase().slice(0, 100)}`;
