/**
 * How servers on one PostgreSQL call to each other: NOTIFY on any connection, never inside a transaction that
 * writes, and LISTEN on a connection of its own, which is made anew whenever it is lost.
 */
import { type Kysely, sql } from "kysely";
import { Client } from "pg";
import { connectionTo } from "./postgres-database.ts";
import type { NodeLine } from "./storage.ts";
import type { Tables } from "./tables.ts";

const channel = "waymark";
/** How long to wait before connecting again, in milliseconds. */
const againMs = 1000;

/** The line of a database. It connects when somebody listens. */
export const openLine = (url: string, db: Kysely<Tables>): NodeLine => ({
  call: async (text) => void (await sql`select pg_notify(${channel}, ${text})`.execute(db)),
  listen: (ears) => {
    let isOpen = true;
    let client: Client | undefined;
    let again: NodeJS.Timeout | undefined;
    const connect = async (): Promise<void> => {
      const fresh = new Client(connectionTo(url));
      client = fresh;
      let isLost = false;
      const lost = (): void => {
        if (isLost) return;
        isLost = true;
        fresh.end().catch(() => undefined);
        if (isOpen) again = setTimeout(() => void connect(), againMs).unref();
      };
      fresh.on("error", lost);
      fresh.on("end", lost);
      fresh.on("notification", ({ payload }) => ears.hear(payload ?? ""));
      try {
        await fresh.connect();
        await fresh.query(`listen ${channel}`);
        if (isOpen) ears.connected();
      } catch {
        lost();
      }
    };
    void connect();
    return async () => {
      isOpen = false;
      clearTimeout(again);
      await client?.end().catch(() => undefined);
    };
  },
});
