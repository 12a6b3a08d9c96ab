/**
 * PostgreSQL, for one server or several. Writes take turns, as on SQLite: each takes one lock at its start, so
 * it sees all that was written before, positions are in the order of commits, and no two can wait for each other.
 * Every transaction says for itself that it waits for the disk, and how long it may wait, work and idle.
 */
import { Kysely, PostgresDialect, sql } from "kysely";
import { migrate, newestVersion } from "./migrations/migrate.ts";
import type { Pool } from "pg";
import { takeConnection, type Connection } from "./postgres-connection.ts";
import { applicationName, asKyselyPool, Conflict, endPool, openPool } from "./postgres-database.ts";
import { examine } from "./postgres-examined.ts";
import { openLine } from "./postgres-line.ts";
import { checkAddress, unusable } from "./postgres-unusable.ts";
import { transactionOn } from "./queries/transaction.ts";
import { createReadyStatements } from "./ready-statements.ts";
import { shareCommits, type Turn } from "./shared-commit.ts";
import { StorageFailure, type Storage, type Transaction } from "./storage.ts";
import type { Tables } from "./tables.ts";
import { together } from "./together.ts";

/** How long a transaction may wait for its turn, run one statement, and do nothing, in milliseconds. */
export interface Patience {
  readonly lockMs: number;
  readonly statementMs: number;
  readonly idleMs: number;
}

/** A list of a city's learners is worked out inside a transaction: that is the longest it idles. */
const usualPatience: Patience = { lockMs: 10_000, statementMs: 60_000, idleMs: 60_000 };

/** What to open. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  readonly patience?: Patience;
  /** Brings the tables only to an older version: how a release before left them. */
  readonly upTo?: number;
}

/** Connections that read at once; and those that write: one that has its turn, and one that waits for the next. */
const [readers, writers] = [8, 2];

/** Opens a database, made and brought to the newest version where necessary. Throws {@link StorageFailure} with words for an operator when it cannot be reached or used. */
export async function openPostgres({
  url,
  patience = usualPatience,
  upTo = newestVersion,
}: PostgresOptions): Promise<Storage> {
  const [readPool, writePool] = [openPool(url, readers), openPool(url, writers)];
  const [reading, writing] = [outside(readPool), outside(writePool)];
  const close = async (): Promise<void> => {
    await Promise.all([reading.destroy(), writing.destroy()]);
    await Promise.all([endPool(readPool), endPool(writePool)]);
  };
  try {
    checkAddress(url);
    await examine(writePool);
    await prepare(writing, upTo);
  } catch (error) {
    await close();
    throw unusable(error, url);
  }
  const begin = beginsOf(patience);
  const ready = createReadyStatements();
  const write = shareCommits({
    isShared: true,
    lanes: writers,
    inTransaction: (work) => writeIn(() => takeConnection(writePool, ready), begin.write, work),
  });
  return {
    line: openLine(url, reading),
    write: (work) => again(() => write(work)),
    read: (work) => again(() => readIn(() => takeConnection(readPool, ready), begin.read, work)),
    oldestTransactionMs: () => oldestTransactionMs(reading),
    close,
  };
}

/** For what is outside of transactions, and for the tables. */
const outside = (pool: Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asKyselyPool(pool) }) });

const types = {
  text: sql`text collate "C"`,
  whole: "bigint",
  bytes: "bytea",
  keyed: sql.raw(""),
} as const;

/** The locks of this program among all that a database may know by number. */
const [prepareLock, writeLock] = [7_291_000, 7_291_001];

/** Brings the tables to a version. Servers that start at once take turns, and the second finds nothing to do. */
const prepare = (db: Kysely<Tables>, upTo: number): Promise<void> =>
  db.transaction().execute(async (t: Kysely<Tables>) => {
    await sql
      .raw(`set local client_min_messages = warning; select pg_advisory_xact_lock(${prepareLock})`)
      .execute(t);
    await migrate(t as Kysely<unknown>, types, upTo);
  });

/** What begins a transaction, sent as one. A write's first look at the data comes after its turn has. */
function beginsOf({ lockMs, statementMs, idleMs }: Patience): {
  readonly read: string;
  readonly write: string;
} {
  const limits = [
    `set local lock_timeout = ${lockMs}`,
    `set local statement_timeout = ${statementMs}`,
    `set local idle_in_transaction_session_timeout = ${idleMs}`,
  ].join("; ");
  return {
    read: `begin isolation level repeatable read read only; ${limits}`,
    write: `begin isolation level read committed; ${limits}; set local synchronous_commit = on;
      select pg_advisory_xact_lock(${writeLock})`,
  };
}

const triesMax = 3;

/** Tries again what the database ended for the sake of another transaction: somebody else's, such as a tool's. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (tries === triesMax) throw new StorageFailure("storage-failed", error);
    }
}

/** Nothing waits until the transaction has begun: should it not begin, whatever follows fails, for that reason. */
async function writeIn(
  take: () => Promise<Connection>,
  begin: string,
  work: (turn: Turn) => Promise<void>,
): Promise<void> {
  const connection = await take();
  try {
    const begun = connection.run(begin);
    await together([begun, work({ db: connection.db, begun, run: connection.run })]);
    if ((await connection.run("commit")) !== "COMMIT")
      throw new Error("a transaction went on after a statement had failed");
    connection.release();
  } catch (error) {
    // Its failing says no more than the error does; the connection is not used again then.
    await connection.run("rollback").then(
      () => connection.release(),
      () => connection.release(true),
    );
    throw error;
  }
}

/** Nobody waits for the end of a transaction that wrote nothing. */
async function readIn<T>(
  take: () => Promise<Connection>,
  begin: string,
  work: (t: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await take();
  try {
    const [, result] = await together([connection.run(begin), work(transactionOn(connection.db))]);
    return result;
  } finally {
    connection.run("rollback").then(
      () => connection.release(),
      () => connection.release(true),
    );
  }
}

/** As the database sees it, so that a transaction another server left open counts too; a copy being made, which only reads, does not. */
async function oldestTransactionMs(db: Kysely<Tables>): Promise<number> {
  const found = await sql<{ ms: number | null }>`
    select (extract(epoch from max(clock_timestamp() - xact_start)) * 1000)::bigint as ms from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
      and (backend_xid is not null or application_name = ${applicationName})`.execute(db);
  return found.rows[0]?.ms ?? 0;
}
