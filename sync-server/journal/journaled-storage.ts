/**
 * A storage that writes into the journal whatever a transaction takes away, and that private entries were opened: it
 * sees every write, so no part of the server has to remember to. The line is on the disk before the transaction ends, and the database notes that it has it.
 */
import { definitionOf } from "#model/kinds.ts";
import { isWithoutReason } from "#model/kinds/private-opened.ts";
import { hashOf } from "#model/record/bytes.ts";
import { project } from "#model/record/record.ts";
import type { AccountStorage, UserRow } from "#server/storage/account-storage.ts";
import type { KeptRecord, Storage, Transaction } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";
import type { Journal, JournalChange } from "./journal.ts";

/** The same storage, with a journal beside it. */
export const journaled = (
  storage: Storage,
  { journal, clock, secrets }: { readonly journal: Journal } & Pick<Surroundings, "clock" | "secrets">,
): Storage => ({
  ...storage,
  write: async (work) => {
    let id: string | undefined;
    try {
      return await storage.write(async (t) => {
        const changes: JournalChange[] = [];
        const result = await work(watched(t, changes));
        // A database may try a transaction again: it stays one entry, of which the last line counts.
        if (changes.length === 0) {
          if (id !== undefined) await journal.append({ id, at: clock() });
          return result;
        }
        id ??= Buffer.from(secrets(12)).toString("base64url");
        await t.journal.note([id]);
        await journal.append({ id, at: clock(), of: await installationOf(t), changes });
        return result;
      });
    } catch (error) {
      // Should this line not be written either, what was refused is done when the server starts again: it only takes away.
      if (id !== undefined) await journal.append({ id, at: clock() }).catch(() => undefined);
      throw error;
    }
  },
});

/** What tells this installation's data from any other's, also in a copy of it: a hash of the key it signs with. */
export const installationOf = async ({ meta }: Transaction): Promise<string> =>
  hashOf(`installation ${await meta.get("key")}`);

/** The transaction, noting what it takes away. */
const watched = (t: Transaction, changes: JournalChange[]): Transaction => ({
  ...t,
  records: {
    ...t.records,
    put: async (records) => {
      await t.records.put(records);
      changes.push(...records.filter(isForJournal).map(factOf));
    },
  },
  accounts: { ...t.accounts, ...watchedAccounts(t.accounts, changes) },
});

function isForJournal({ kind, state }: KeptRecord): boolean {
  if (kind !== "sharing-choice" && kind !== "private-opened")
    return kind === "membership-ended" || kind === "erasure";
  const value: Readonly<Record<string, unknown>> = project(definitionOf(kind), state);
  return kind === "sharing-choice" ? value["sharedWith"] === "only-me" : isWithoutReason(value);
}

const factOf = ({ id, kind, learner, org, stamps, state }: KeptRecord): JournalChange => ({
  fact: {
    envelope: { id, kind, ...(learner && { learner }), ...(org && { org }) },
    stamps: { ...stamps },
    state: Buffer.from(state).toString("base64"),
  },
});

const watchedAccounts = (
  accounts: AccountStorage,
  changes: JournalChange[],
): Pick<AccountStorage, "endSessions" | "putCodes" | "dropUnusedCodes" | "putDevice" | "putUsers"> => ({
  endSessions: async (of) => {
    const ended = await accounts.endSessions(of);
    if (ended.length > 0) changes.push({ sessionsEnded: [...ended] });
    return ended;
  },
  putCodes: async (rows) => {
    await accounts.putCodes(rows);
    for (const { hash, usedAt } of rows)
      if (usedAt !== undefined) changes.push({ codesUsed: [hash], at: usedAt });
  },
  dropUnusedCodes: async (people) => {
    const dropped = (await accounts.unusedCodes(people)).map(({ hash }) => hash);
    await accounts.dropUnusedCodes(people);
    if (dropped.length > 0) changes.push({ codesDropped: dropped });
  },
  putDevice: async (row) => {
    await accounts.putDevice(row);
    const { id, person, revokedAt } = row;
    if (revokedAt !== undefined) changes.push({ deviceRevoked: { id, person, at: revokedAt } });
  },
  putUsers: async (rows) => {
    const before = await accounts.usersByPerson(rows.map(({ person }) => person));
    const known = new Map(before.map((user) => [user.person, user]));
    await accounts.putUsers(rows);
    for (const row of rows) {
      const was = known.get(row.person);
      if (was && (was.password !== row.password || was.leftAt !== row.leftAt)) changes.push(accountOf(row));
    }
  },
});

const accountOf = ({ person, password, leftAt }: UserRow): JournalChange => ({
  account: { person, ...(password !== undefined && { password }), ...(leftAt !== undefined && { leftAt }) },
});
