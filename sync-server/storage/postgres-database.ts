/**
 * The `pg` driver in the shape Kysely's dialect expects. Whole numbers come back as numbers and bytes as
 * `Uint8Array`. What goes wrong comes out as one of three: a {@link Conflict} with another transaction,
 * which is worth another try at once; a {@link StorageFailure} of the database or the way to it; or a bug.
 */
import type { Socket } from "node:net";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import { DatabaseError, Pool, types as parsers, type PoolClient, type PoolConfig } from "pg";
import { StorageFailure } from "./storage.ts";
import { Aftermath } from "./together.ts";
import { openTogetherSocket } from "./together-socket.ts";

/** The database ended a transaction for the sake of another. Nothing of it was kept. */
export class Conflict extends Error {}

/** A statement that was kept ready has to be made ready anew: the tables have changed. Nothing of the transaction was kept. */
export class Unready extends Conflict {}

/** What connections of this program are called in the database. */
export const applicationName = "waymark";

/** How long a request waits for a connection, in milliseconds. */
const connectMs = 10_000;

const [bigint, bytea] = [20, 17];

/** Bytes arrive as `\x` and hexadecimal digits. */
const parserOf = (oid: number): ((text: string) => unknown) => {
  if (oid === bigint) return Number;
  if (oid === bytea) return (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"));
  return parsers.getTypeParser(oid, "text") as (text: string) => unknown;
};

/** How to reach the database, for the pool and for who listens. */
export const connectionTo = (url: string): PoolConfig => ({
  connectionString: url,
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  application_name: applicationName,
  types: { getTypeParser: (oid: number) => parserOf(oid) as never },
});

/** Connections that are made when needed, and anew when they were lost. */
export function openPool(url: string, size: number): Pool {
  const sockets = new Set<Socket>();
  const stream = (): Socket => {
    const socket = openTogetherSocket();
    sockets.add(socket);
    return socket.once("close", () => sockets.delete(socket));
  };
  const pool = new Pool({ ...connectionTo(url), max: size, pipeline: true, stream });
  socketsOf.set(pool, sockets);
  // A connection that breaks says so twice: here, and to whoever waits for its answer, who tells.
  const ignore = (): undefined => undefined;
  pool.on("error", ignore);
  pool.on("connect", (client) => void client.on("error", ignore));
  return pool;
}

/** Of each pool, what it has opened. */
const socketsOf = new WeakMap<Pool, ReadonlySet<Socket>>();

/** Ends the pool, and what the driver leaves open when it is asked for a password it has not. */
export async function endPool(pool: Pool): Promise<void> {
  await pool.end();
  for (const socket of socketsOf.get(pool) ?? []) socket.destroy();
}

/** The pool as Kysely uses it. */
export const asKyselyPool = (pool: Pool): PostgresPool => ({
  options: pool.options,
  connect: async () => asKyselyClient(await guarded(() => pool.connect())),
  // Whoever opened it ends it: Kysely does so only for what it has used.
  end: async () => undefined,
});

/** A connection whose transaction could not be ended is not used again. */
function asKyselyClient(client: PoolClient): PostgresPoolClient {
  let isBroken = false;
  const query = async (text: string, parameters: readonly unknown[] = []): Promise<unknown> => {
    try {
      return await guarded(() => client.query(text, parameters.map(storable)));
    } catch (error) {
      if (text === "rollback") isBroken = true;
      throw error;
    }
  };
  return {
    query: query as PostgresPoolClient["query"],
    release: (destroy) => client.release(isBroken || destroy),
  };
}

/** Text as this database can hold it: it has no place for the sign NUL, which nobody types. */
export const storable = (value: unknown): unknown =>
  typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\u{FFFD}") : value;

/** Runs what asks the database, and names what goes wrong. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw named(error);
  }
}

/** Serialization failure, deadlock. Source: PostgreSQL's table of error codes, as all below. */
const conflicts = new Set(["40001", "40P01"]);
const diskFull = "53100";
/** The transaction failed before; a statement that was kept ready no longer fits the tables, or is no longer there. */
const [failedBefore, notSupported, noSuchStatement] = ["25P02", "0A000", "26000"];
/** Classes: connection, who may connect and to which database, resources, limits, a person or a timeout that ended it, the system, damage. */
const machineFaults = /^(?:08|28|3D|53|54|57|58|XX)/;
/** A lock that did not come, a transaction that idled or lasted too long, a database that only reads, a right that was not given. */
const otherFaults = new Set(["55P03", "25P03", "25P04", "25006", "42501"]);

function named(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const code = error.code ?? "";
    if (conflicts.has(code)) return new Conflict("conflict", { cause: error });
    if (code === failedBefore) return new Aftermath("failed before", { cause: error });
    if (code === noSuchStatement || (code === notSupported && error.routine === "RevalidateCachedQuery"))
      return new Unready("unready", { cause: error });
    if (code === diskFull) return new StorageFailure("storage-full", error);
    return machineFaults.test(code) || otherFaults.has(code)
      ? new StorageFailure("storage-failed", error)
      : error;
  }
  // Whatever else the driver throws is about the connection, but for what is wrong with a call to it.
  return error instanceof TypeError ? error : new StorageFailure("storage-failed", error);
}
