/**
 * What a PostgreSQL must be before anything is written to it: it holds every sign people type, and a connection stays
 * with the one session it was made for. A pooler may hand connections out by transaction instead, and then nobody
 * hears a call, and a statement that was kept ready may be another server's.
 */
import type { Pool, PoolClient } from "pg";
import { guarded } from "./postgres-database.ts";
import { Unfit } from "./postgres-unusable.ts";

/** How long a second connection may take to answer, in milliseconds. */
const usualWaitMs = 10_000;

/** Looks at a database through a pool of two connections or more. Throws {@link Unfit}, and what the database throws. */
export async function examine(pool: Pool, waitMs: number = usualWaitMs): Promise<void> {
  await withConnection(pool, async (one) => {
    if ((await valueOf(one, "show server_encoding")) !== "UTF8") throw new Unfit("not-unicode");
    await withConnection(pool, async (other) => {
      const found = await within(waitMs, areHandedOut(one, other));
      if (found === "late") throw new Unfit("too-few-connections");
      if (found) throw new Unfit("handed-out-by-transaction");
    });
  });
}

/**
 * True when the two do not have a session each. A pooler that hands out what was given back last gives the second what
 * the first had; one that hands out in turn gives the first another each time, unless there is only one.
 */
async function areHandedOut(one: PoolClient, other: PoolClient): Promise<boolean> {
  const session = "select pg_backend_pid() as value";
  const before = await valueOf(one, session);
  if ((await valueOf(one, session)) !== before) return true;
  await guarded(() => other.query("begin"));
  const others = await valueOf(other, session);
  const isHandedOut = others === before || (await valueOf(one, session)) !== before;
  await guarded(() => other.query("rollback"));
  return isHandedOut;
}

/** What is asked, or that it takes too long: whoever is let in by a pooler may then wait for a connection. */
async function within<T>(ms: number, asked: Promise<T>): Promise<T | "late"> {
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), ms);
  try {
    return await Promise.race([asked, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function valueOf(client: PoolClient, statement: string): Promise<unknown> {
  const { rows } = await guarded(() => client.query<Record<string, unknown>>(statement));
  return Object.values(rows[0] ?? {})[0];
}

/** A connection on which something failed is not used again. */
async function withConnection(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await guarded(() => pool.connect());
  try {
    await work(client);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
