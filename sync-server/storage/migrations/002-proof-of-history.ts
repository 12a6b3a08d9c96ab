/**
 * Version 2: what a server needs to notice that it was set back, and to keep from giving back what was taken
 * away. Each commit has a mark of its own, erased records leave their id, and changes that also stand in the journal are known by theirs.
 */
import type { Kysely } from "kysely";
import type { ColumnTypes } from "./migrate.ts";

/** Adds the tables; what was committed before has one mark for all of it. */
export async function proofOfHistory(db: Kysely<unknown>, { text, whole }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("commits")
    .addColumn("position", whole, (c) => c.primaryKey().notNull())
    .addColumn("mark", text, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("erased")
    .addColumn("record", text, (c) => c.primaryKey().notNull())
    .execute();
  await db.schema
    .createTable("journaled")
    .addColumn("id", text, (c) => c.primaryKey().notNull())
    .execute();
  await markWhatIsThere(db);
}

interface OldPositions {
  positions: { name: string; value: number };
  commits: { position: number; mark: string };
}

async function markWhatIsThere(db: Kysely<OldPositions>): Promise<void> {
  const last = await db.selectFrom("positions").select("value").where("name", "=", "last").executeTakeFirst();
  if (last) await db.insertInto("commits").values({ position: last.value, mark: "before" }).execute();
}
