/** Brings a database to the newest version, forward only, one version at a time, inside the caller's transaction. */
import type { Kysely, RawBuilder } from "kysely";
import { start } from "./001-start.ts";

/** What databases call differently. */
export interface ColumnTypes {
  /** A whole number up to 2^53. */
  readonly whole: "integer" | "bigint";
  readonly bytes: "blob" | "bytea";
  /** What ends the definition of a table that is only ever looked up by its key. */
  readonly keyed: RawBuilder<unknown>;
}

const steps = [start];

/** The version this program works with. */
const newestVersion = steps.length;

/** Applies the steps that are missing. Throws when a newer program has used the database: going back would lose data. */
export async function migrate(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const versions = db as Kysely<{ versions: { version: number } }>;
  await db.schema
    .createTable("versions")
    .ifNotExists()
    .addColumn("version", "integer", (c) => c.primaryKey().notNull())
    .execute();
  const rows = await versions.selectFrom("versions").select("version").execute();
  const now = Math.max(0, ...rows.map(({ version }) => version));
  if (now > newestVersion)
    throw new Error(
      `The database is of version ${now}; this program knows ${newestVersion}. Use the newer program.`,
    );
  for (const [index, step] of steps.entries()) {
    if (index < now) continue;
    await step(db, types);
    await versions
      .insertInto("versions")
      .values({ version: index + 1 })
      .execute();
  }
}
