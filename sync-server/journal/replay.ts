/**
 * Takes away again what a database that was set back has forgotten it took away, and tells again who looked. Entries it
 * has are left alone, so a replay can be repeated, and a password that was changed later stays changed.
 * Source: RULES S13, S15.
 */
import type { Envelope, Stamps } from "#model/record/envelope.ts";
import type { PersonId } from "#model/id.ts";
import type { Storage, Transaction } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";
import { accept } from "#server/sync/accept.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import type { JournalChange, JournalEntry } from "./journal.ts";
import { installationOf } from "./journaled-storage.ts";

/** What a replay did. */
export interface Replayed {
  /** Entries the database did not have, now carried out. */
  readonly replayed: number;
  /** Entries it had. */
  readonly known: number;
}

/** The device under which the journal writes. */
const journalDevice = "journal";

/** Carries out what is missing, oldest first. What another installation wrote into the same folder is none of this one's. */
export async function replayJournal(
  storage: Storage,
  { clock }: Pick<Surroundings, "clock">,
  entries: readonly JournalEntry[],
): Promise<Replayed> {
  // The last line of an entry says whether it happened, and how.
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const own = await storage.read(installationOf);
  const made = [...byId.values()].filter(({ changes, of = own }) => changes !== undefined && of === own);
  const known = await storage.read((t) => t.journal.known(made.map(({ id }) => id)));
  const missing = made.filter(({ id }) => !known.has(id));
  for (const { id, changes = [] } of missing)
    await storage.write(async (t) => {
      for (const change of changes) await carryOut(t, change, clock());
      await t.journal.note([id]);
    });
  return { replayed: missing.length, known: known.size };
}

async function carryOut(t: Transaction, change: JournalChange, now: number): Promise<void> {
  if ("fact" in change) await takeFact(t, change.fact, now);
  else if ("sessionsEnded" in change)
    for (const tokenHash of change.sessionsEnded) await t.accounts.endSessions({ tokenHash });
  else if ("codesUsed" in change) await spendCodes(t, change.codesUsed, change.at);
  else if ("codesDropped" in change) await spendCodes(t, change.codesDropped, now);
  else if ("deviceRevoked" in change) await cutOff(t, change.deviceRevoked, now);
  else await setAccount(t, change.account);
}

async function takeFact(
  t: Transaction,
  { envelope, stamps, state }: Extract<JournalChange, { fact: unknown }>["fact"],
  now: number,
): Promise<void> {
  const desk = openDesk(t, now);
  const hand = { person: stamps.createdBy as PersonId, device: journalDevice };
  await accept(desk, hand, {
    envelope: envelope as Envelope,
    state: new Uint8Array(Buffer.from(state, "base64")),
    stamps: stamps as Stamps,
  });
  await desk.flush();
}

async function spendCodes({ accounts }: Transaction, hashes: readonly string[], at: number): Promise<void> {
  for (const hash of hashes) {
    const code = await accounts.codeByHash(hash);
    if (code && code.usedAt === undefined) await accounts.putCodes([{ ...code, usedAt: at }]);
  }
}

/** A device this database never knew is cut off too, without its name: its id signs in no more. */
async function cutOff(
  { accounts }: Transaction,
  { id, person, at }: { readonly id: string; readonly person: string; readonly at: number },
  now: number,
): Promise<void> {
  const known = await accounts.device(id);
  const unknown = { id, person: person as PersonId, name: "", addedAt: at, lastSeenAt: now };
  await accounts.putDevice({ ...(known ?? unknown), revokedAt: at });
  await accounts.endSessions({ device: id });
}

/** Accounts that are not in the database are not made: the journal has no names. */
async function setAccount(
  { accounts }: Transaction,
  { person, password, leftAt }: Extract<JournalChange, { account: unknown }>["account"],
): Promise<void> {
  const [user] = await accounts.usersByPerson([person as PersonId]);
  if (!user) return;
  await accounts.putUsers([
    {
      person: user.person,
      userName: user.userName,
      ...(password !== undefined && { password }),
      ...(leftAt !== undefined && { leftAt }),
    },
  ]);
}
