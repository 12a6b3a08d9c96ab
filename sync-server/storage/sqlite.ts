/**
 * The embedded database: one file (or memory, for tests), written ahead, synced to the disk before a
 * write resolves. One connection writes, in turns that share commits, so positions are in the order of commits;
 * on a file another reads meanwhile, and sees what was committed when it began.
 */
import { Kysely, SqliteDialect, sql } from "kysely";
import { migrate, newestVersion } from "./migrations/migrate.ts";
import { askAtOnce } from "./queries/compiled.ts";
import { transactionOn } from "./queries/transaction.ts";
import { answerOf, asKyselyDatabase, openDatabase } from "./sqlite-database.ts";
import { shareCommits } from "./shared-commit.ts";
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
  const isShared = file !== ":memory:";
  const writing = openConnection(file);
  try {
    await writing.inTransaction("begin immediate", (db) => migrate(db as Kysely<unknown>, types, upTo));
  } catch (error) {
    await writing.close();
    throw error;
  }
  const reading = isShared ? openConnection(file) : writing;
  const write = shareCommits({
    isShared,
    lanes: 1,
    inTransaction: (work) =>
      writing.inTransaction("begin immediate", (db) =>
        work({ db, begun: Promise.resolve(), run: async (command) => writing.run(command) }),
      ),
  });
  return {
    write,
    read: (work) => reading.inTransaction("begin", (db) => work(transactionOn(db))),
    line: undefined,
    oldestTransactionMs: async () => Math.max(writing.openMs(), reading.openMs()),
    copyTo: (copy) => reading.inTurn(async (db) => void (await sql`vacuum into ${copy}`.execute(db))),
    close: async () => {
      if (isShared) await reading.close();
      await writing.close();
    },
  };
}

const types = { text: "text", whole: "integer", bytes: "blob", keyed: sql`without rowid` } as const;

/** One connection, which does one thing after the other. */
interface Connection {
  /** Runs a command at once, whatever else waits for its turn. */
  run(command: string): void;
  /** Runs work when all that was begun before is done. */
  inTurn<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  inTransaction<T>(begin: "begin" | "begin immediate", work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** How long its transaction has been open, in milliseconds; 0 without one. */
  openMs(): number;
  close(): Promise<void>;
}

function openConnection(file: string): Connection {
  const database = openDatabase(file);
  const prepared = asKyselyDatabase(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: prepared }) });
  const answer = answerOf(prepared);
  askAtOnce(db, answer);
  const run = (command: string): void => void answer(command, []);
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn: Connection["inTurn"] = (work) => {
    const mine = turn.then(() => work(db));
    turn = mine.catch(() => undefined);
    return mine;
  };
  let begunAt: number | undefined;
  return {
    run,
    inTurn,
    inTransaction: (begin, work) =>
      inTurn(async () => {
        run(begin);
        begunAt = performance.now();
        try {
          const result = await work(db);
          run("commit");
          return result;
        } catch (error) {
          // Where the database has ended the transaction itself there is nothing to take back.
          if (database.isTransaction) run("rollback");
          throw error;
        } finally {
          begunAt = undefined;
        }
      }),
    openMs: () => (begunAt === undefined ? 0 : performance.now() - begunAt),
    close: async () => {
      await db.destroy();
      // A connection that was never asked for anything Kysely does not close; it would keep the file, and its log beside it.
      if (database.isOpen) database.close();
    },
  };
}
