/**
 * Signed-in devices. A session is a token that only the device holds; the database has its hash. Using
 * it keeps it alive; signing out, revoking the device or leaving ends it at once, with its event stream.
 */
import { createHash } from "node:crypto";
import type { PersonId } from "#model/id.ts";
import type { Instant } from "#model/time.ts";
import type { DeviceRow, SessionRow } from "#server/storage/account-storage.ts";
import { StorageFailure, type Storage, type Transaction } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";

/** How long an unused session lives, in milliseconds: a device left in a drawer over the summer still works. */
export const sessionMs = 180 * 24 * 3600 * 1000;
/** How often a browser is given its cookie anew while it is used, in milliseconds: it forgets one that is half a year old. */
const cookieEveryMs = 30 * 24 * 3600 * 1000;
/** How often use is written down, in milliseconds. */
const seenEveryMs = 10 * 60 * 1000;
/** The longest name a device may have, in characters. */
const deviceNameLimit = 80;

/** A device that has just signed in. */
export interface NewSession {
  /** Goes into the cookie; nowhere else. */
  readonly token: string;
  readonly session: SessionRow;
}

/** Which device signs in: a known one of the same person keeps its id. */
export interface SigningIn {
  readonly person: PersonId;
  readonly device?: string | undefined;
  readonly deviceName: string;
}

/** Signs a device in, inside a transaction that has settled who it is. */
export async function startSession(
  t: Transaction,
  { clock, secrets }: Pick<Surroundings, "clock" | "secrets">,
  of: SigningIn,
): Promise<NewSession> {
  const now = clock();
  const known = of.device === undefined ? undefined : await t.accounts.device(of.device);
  const isTheirs = known?.person === of.person && known.revokedAt === undefined;
  const isFree = known === undefined && of.device !== undefined && /^[\w-]{8,64}$/.test(of.device);
  const id = (isTheirs || isFree) && of.device !== undefined ? of.device : `device-${textOf(secrets(12))}`;
  const device: DeviceRow = {
    id,
    person: of.person,
    name: of.deviceName.slice(0, deviceNameLimit),
    addedAt: known?.addedAt ?? now,
    lastSeenAt: now,
  };
  await t.accounts.putDevice(device);
  await t.accounts.endSessions({ device: id });
  const token = textOf(secrets(32));
  const session = {
    tokenHash: tokenHash(token),
    person: of.person,
    device: id,
    signedInAt: now,
    expiresAt: now + sessionMs,
    lastSeenAt: now,
  };
  await t.accounts.putSession(session);
  return { token, session };
}

/** Signs a device in without a password: for tests and for tools that act as a person. */
export const createSession = (
  {
    storage,
    surroundings,
  }: { readonly storage: Storage; readonly surroundings: Pick<Surroundings, "clock" | "secrets"> },
  person: PersonId,
  device?: string,
): Promise<NewSession> =>
  storage.write((t) => startSession(t, surroundings, { person, device, deviceName: device ?? "device" }));

/** A session that is used. */
export interface UsedSession {
  readonly session: SessionRow;
  /** True for about one use a month: its cookie is to be given anew, so that it lives as long as the session does. */
  readonly isCookieDue: boolean;
}

/**
 * The session behind a token, if it is still good. Use is written down now and then; with `no-cookie` not where that would give
 * the cookie anew, so that the next use does.
 */
export async function sessionOf(
  storage: Storage,
  token: string,
  now: Instant,
  without?: "no-cookie",
): Promise<UsedSession | undefined> {
  const session = await storage.read((t) => t.accounts.session(tokenHash(token)));
  if (!session || session.expiresAt <= now) return undefined;
  const monthsAt = (instant: Instant): number => Math.floor((instant - session.signedInAt) / cookieEveryMs);
  const asItWas = { session, isCookieDue: false };
  if (now - session.lastSeenAt < seenEveryMs) return asItWas;
  const isCookieDue = monthsAt(now) > monthsAt(session.lastSeenAt);
  if (isCookieDue && without === "no-cookie") return asItWas;
  try {
    const used = await storage.write((t) => noteUse(t, session, now));
    return used && { session: used, isCookieDue };
  } catch (error) {
    // A disk that is full keeps nobody from reading: only its use is not written down.
    if (error instanceof StorageFailure) return asItWas;
    throw error;
  }
}

async function noteUse(
  { accounts }: Transaction,
  session: SessionRow,
  now: Instant,
): Promise<SessionRow | undefined> {
  // It may have ended since it was read.
  if (!(await accounts.session(session.tokenHash))) return undefined;
  const seen = { ...session, lastSeenAt: now, expiresAt: now + sessionMs };
  await accounts.putSession(seen);
  const device = await accounts.device(session.device);
  if (device) await accounts.putDevice({ ...device, lastSeenAt: now });
  return seen;
}

const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
