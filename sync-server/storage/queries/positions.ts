/** Where positions come from: a row on SQLite, where writes take turns anyway; a sequence on PostgreSQL, so that they take turns only from there on. */
import { type Kysely, sql } from "kysely";
import type { ScopeStorage } from "#server/storage/storage.ts";
import type { Tables } from "#server/storage/tables.ts";

/** How a database hands out positions. */
export type Positions = (db: Kysely<Tables>) => Pick<ScopeStorage, "reserve" | "highest">;

/** The name of the sequence. */
export const sequenceName = "positions_taken";
/** The lock under which positions are reserved: one number of those that this program uses. */
const reserveLock = 7_291_001;

/** Counts in a row: what a write took and did not keep is handed out again. */
export const countedPositions: Positions = (db) => ({
  reserve: async (count) => {
    const reserved = db
      .insertInto("positions")
      .values({ name: "last", value: count })
      .onConflict((c) => c.column("name").doUpdateSet((e) => ({ value: e("positions.value", "+", count) })))
      .returning("value");
    return (await reserved.executeTakeFirstOrThrow()).value - count + 1;
  },
  highest: async () =>
    (await db.selectFrom("positions").select("value").where("name", "=", "last").executeTakeFirst())?.value ??
    0,
});

/**
 * Takes from a sequence, under a lock that lasts until the write ends: what it does before it reserves goes on beside
 * other writes. A write that fails leaves a gap. The sequence may fall back to what was
 * kept after a crash, so only what was committed says how far it has come.
 */
export const sequencePositions: Positions = (db) => ({
  reserve: async (count) => {
    await sql`select pg_advisory_xact_lock(${reserveLock}::bigint)`.execute(db);
    const taken = await sql<{ last: number }>`
      select max(nextval(${sequenceName}::regclass)) as last from generate_series(1, ${count}::int)`.execute(
      db,
    );
    return (taken.rows[0]?.last ?? 0) - count + 1;
  },
  highest: async () => {
    const found = await db
      .selectFrom("commits")
      .select((e) => e.fn.max("position").as("position"))
      .executeTakeFirst();
    return found?.position ?? 0;
  },
});
