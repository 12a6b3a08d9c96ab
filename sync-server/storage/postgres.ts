/**
 * PostgreSQL, for one server or several. Every write is serializable: it has the effect of one after the
 * other, as on SQLite, and where two were in each other's way one is run again; after two tries with nobody beside it.
 * Every transaction says for itself that it waits for the disk, and how long it may wait, work and idle.
 */
import { Kysely, PostgresDialect, sql } from "kysely";
import { migrate, newestVersion } from "./migrations/migrate.ts";
import { applicationName, asKyselyPool, Conflict, openPool } from "./postgres-database.ts";
import { openLine } from "./postgres-line.ts";
import { sequenceName, sequencePositions } from "./queries/positions.ts";
import { transactionOn } from "./queries/transaction.ts";
import { StorageFailure, type Storage, type Transaction } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** How long a transaction may wait for a lock, run one statement, and do nothing, in milliseconds. */
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
  /** The most connections, beside one that listens. */
  readonly poolSize?: number;
  readonly patience?: Patience;
  /** Brings the tables only to an older version: how a release before left them. */
  readonly upTo?: number;
}

/** Opens a database, made and brought to the newest version where necessary. Throws {@link StorageFailure} when it cannot be reached. */
export async function openPostgres({
  url,
  poolSize = 10,
  patience = usualPatience,
  upTo = newestVersion,
}: PostgresOptions): Promise<Storage> {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: asKyselyPool(openPool(url, poolSize)) }),
  });
  try {
    await prepare(db, upTo);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const begins = beginsWith(patience);
  return {
    line: openLine(url, db),
    write: (work) => write(db, begins, work),
    read: (work) => inTransaction(db, begins.read, work),
    oldestTransactionMs: () => oldestTransactionMs(db),
    close: () => db.destroy(),
  };
}

const types = {
  text: sql`text collate "C"`,
  whole: "bigint",
  bytes: "bytea",
  keyed: sql.raw(""),
} as const;

/** The lock under which a database is prepared, so that servers that start at once do so once. */
const prepareLock = 7_291_000;

/** Brings the tables to a version; what only this database needs beside them is no version's. */
async function prepare(db: Kysely<Tables>, upTo: number): Promise<void> {
  await db.transaction().execute(async (t: Kysely<Tables>) => {
    await sql`select pg_advisory_xact_lock(${prepareLock}::bigint)`.execute(t);
    await sql.raw("set local client_min_messages = warning").execute(t);
    await migrate(t as Kysely<unknown>, types, upTo);
    await sql.raw(`create sequence if not exists ${sequenceName}`).execute(t);
  });
}

interface Begins {
  readonly read: string;
  readonly beside: string;
  readonly alone: string;
}

/**
 * What begins a transaction, sent as one. Locking the table comes before anything is seen, so that who writes
 * alone sees all that was written before. On small tables reading row by row would be in the way of every
 * other write, hence `enable_seqscan`.
 */
function beginsWith({ lockMs, statementMs, idleMs }: Patience): Begins {
  const limits = [
    `set local lock_timeout = ${lockMs}`,
    `set local statement_timeout = ${statementMs}`,
    `set local idle_in_transaction_session_timeout = ${idleMs}`,
  ];
  const writes = ["begin isolation level serializable", ...limits];
  const kept = ["set local synchronous_commit = on", "set local enable_seqscan = off"];
  return {
    read: ["begin isolation level repeatable read read only", ...limits].join("; "),
    beside: [...writes, ...kept, "lock table positions in row exclusive mode"].join("; "),
    alone: [...writes, ...kept, "lock table positions in share row exclusive mode"].join("; "),
  };
}

/** Tries beside other writes, and alone. */
const tries = ["beside", "beside", "alone", "alone"] as const;

async function write<T>(
  db: Kysely<Tables>,
  begins: Begins,
  work: (t: Transaction) => Promise<T>,
): Promise<T> {
  let failure: unknown;
  for (const how of tries)
    try {
      return await inTransaction(db, begins[how], work);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (error.isTaken && how === "alone") throw error.cause;
      failure = error;
    }
  throw new StorageFailure("storage-failed", failure);
}

const inTransaction = <T>(
  db: Kysely<Tables>,
  begin: string,
  work: (t: Transaction) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (connection) => {
    try {
      await sql.raw(begin).execute(connection);
      const result = await work(transactionOn(connection, sequencePositions));
      const { rows } = await sql<{ command: string }>`commit`.execute(connection);
      if (rows[0]?.command !== "COMMIT")
        throw new Error("a transaction went on after a statement had failed");
      return result;
    } catch (error) {
      // Its failing says no more than the error does; the connection is not used again then.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });

/** As the database sees it, so that a transaction another server left open counts too; a copy being made, which only reads, does not. */
async function oldestTransactionMs(db: Kysely<Tables>): Promise<number> {
  const found = await sql<{ ms: number | null }>`
    select (extract(epoch from max(clock_timestamp() - xact_start)) * 1000)::bigint as ms from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
      and (backend_xid is not null or application_name = ${applicationName})`.execute(db);
  return found.rows[0]?.ms ?? 0;
}
