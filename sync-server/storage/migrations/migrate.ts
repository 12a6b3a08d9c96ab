/** Brings a database to the newest version, forward only, one version at a time, inside the caller's transaction. */
import type { Kysely, RawBuilder } from "kysely";
import { start } from "./001-start.ts";
import { proofOfHistory } from "./002-proof-of-history.ts";

/** What databases call differently. Every column of every migration takes its type from here. */
export interface ColumnTypes {
  /** Text that is compared byte by byte, whatever language the database was made for. */
  readonly text: "text" | RawBuilder<unknown>;
  /** A whole number up to 2^53. */
  readonly whole: "integer" | "bigint";
  readonly bytes: "blob" | "bytea";
  /** What ends the definition of a table that is only ever looked up by its key. */
  readonly keyed: RawBuilder<unknown>;
}

const steps = [start, proofOfHistory];

/** The version of the tables that this program works with. */
export const newestVersion = steps.length;

/** Thrown for a database that a newer program has used: going back would lose data. */
export class NewerTables extends Error {
  /** The version of its tables, and the newest that this program knows. */
  readonly found: number;
  readonly known = newestVersion;

  constructor(found: number) {
    super(`A newer program has used this database: its tables are of version ${found}.`);
    this.found = found;
  }
}

/**
 * Applies the steps that are missing, or only those up to an older version: how a test makes a database as a
 * release before left it. Throws {@link NewerTables}.
 */
export async function migrate(
  db: Kysely<unknown>,
  types: ColumnTypes,
  upTo: number = newestVersion,
): Promise<void> {
  const versions = db as Kysely<{ versions: { version: number } }>;
  await db.schema
    .createTable("versions")
    .ifNotExists()
    .addColumn("version", "integer", (c) => c.primaryKey().notNull())
    .execute();
  const rows = await versions.selectFrom("versions").select("version").execute();
  const now = Math.max(0, ...rows.map(({ version }) => version));
  if (now > newestVersion) throw new NewerTables(now);
  for (const [index, step] of steps.slice(0, upTo).entries()) {
    if (index < now) continue;
    await step(db, types);
    await versions
      .insertInto("versions")
      .values({ version: index + 1 })
      .execute();
  }
}
