/**
 * The embedded database: one file (or memory, for tests), written ahead, synced to the disk before a
 * write resolves. One connection does everything in turn: a write takes the database's lock at its start,
 * so positions are in the order of commits.
 */
import { Kysely, SqliteDialect, sql } from "kysely";
import { migrate, newestVersion } from "./migrations/migrate.ts";
import { transactionOn } from "./queries/transaction.ts";
import { asKyselyDatabase, openDatabase } from "./sqlite-database.ts";
import type { Storage } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** A SQLite storage, which can also be copied while it works. */
export interface SqliteStorage extends Storage {
  /** Writes a whole copy to a file that must not exist yet: a backup, or the past for a test of restoring. */
  copyTo(file: string): Promise<void>;
}

/** What to open. */
export interface SqliteOptions {
  readonly file?: string;
  /** Brings the tables only to an older version: how a release before left them. */
  readonly upTo?: number;
}

/** Opens a file, made and brought to the newest version where necessary; memory without one. */
export async function openSqlite({
  file = ":memory:",
  upTo = newestVersion,
}: SqliteOptions = {}): Promise<SqliteStorage> {
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: asKyselyDatabase(openDatabase(file)) }),
  });
  let begunAt: number | undefined;
  const inTransaction = <T>(
    begin: "begin" | "begin immediate",
    work: (connection: Kysely<Tables>) => Promise<T>,
  ): Promise<T> =>
    db.connection().execute(async (connection) => {
      await sql.raw(begin).execute(connection);
      begunAt = performance.now();
      try {
        const result = await work(connection);
        await sql`commit`.execute(connection);
        return result;
      } catch (error) {
        await sql`rollback`.execute(connection);
        throw error;
      } finally {
        begunAt = undefined;
      }
    });
  const types = { text: "text", whole: "integer", bytes: "blob", keyed: sql`without rowid` } as const;
  await inTransaction("begin immediate", (connection) =>
    migrate(connection as Kysely<unknown>, types, upTo),
  ).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  return {
    write: (work) => inTransaction("begin immediate", (connection) => work(transactionOn(connection))),
    read: (work) => inTransaction("begin", (connection) => work(transactionOn(connection))),
    line: undefined,
    oldestTransactionMs: async () => (begunAt === undefined ? 0 : performance.now() - begunAt),
    copyTo: async (copy) => void (await sql`vacuum into ${copy}`.execute(db)),
    close: () => db.destroy(),
  };
}
