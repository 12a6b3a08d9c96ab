/**
 * One connection at work in a transaction. Statements that are begun together go to the database together and are done in
 * the order they were begun, so that none waits for an answer it does not depend on. A statement that fails makes all after it fail.
 */
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
} from "kysely";
import type { Pool, PoolClient } from "pg";
import { guarded, storable, Unready } from "./postgres-database.ts";
import type { ReadyStatements } from "./ready-statements.ts";
import type { Tables } from "./tables.ts";

/** A connection taken from the pool. */
export interface Connection {
  readonly db: Kysely<Tables>;
  /** Begins a command without parameters before whatever is begun after this call; resolves with its name, as the database says it. */
  readonly run: (command: string) => Promise<string>;
  /** Gives it back; one that is broken is not used again. */
  readonly release: (isBroken?: boolean) => void;
}

/** Takes a connection. */
export async function takeConnection(pool: Pool, ready: ReadyStatements): Promise<Connection> {
  const client = await guarded(() => pool.connect());
  return {
    db: databaseOn(client, ready),
    run: async (command) => (await guarded(() => client.query(command))).command,
    release: (isBroken = false) => client.release(isBroken),
  };
}

const databases = new WeakMap<PoolClient, Kysely<Tables>>();

/** Kysely on this one connection, without its own waiting for turns. */
function databaseOn(client: PoolClient, ready: ReadyStatements): Kysely<Tables> {
  const known = databases.get(client);
  if (known) return known;
  const connection: DatabaseConnection = {
    executeQuery: (async ({ sql, parameters }) => {
      const [name, values] = [ready.nameOf(sql, parameters.length), parameters.map(storable)];
      try {
        return await guarded(() => client.query({ text: sql, values, ...(name && { name }) }));
      } catch (error) {
        if (error instanceof Unready) ready.renew();
        throw error;
      }
    }) as DatabaseConnection["executeQuery"],
    streamQuery: () => {
      throw new Error("nothing is streamed in a transaction");
    },
  };
  const nothing = async (): Promise<void> => undefined;
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (on) => new PostgresIntrospector(on),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  });
  databases.set(client, db);
  return db;
}
