/** The databases that are measured: a file of SQLite, or a database of its own on a PostgreSQL that waits for the disk. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { openPostgres } from "#server/storage/postgres.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/storage.ts";
import { startPostgres } from "#tests/support/postgres/postgres-ready.ts";

/** Where a database is, as one process tells another. */
export type DatabasePlace = { readonly file: string } | { readonly url: string };

/** Opens it as the server does. */
export const openDatabase = (place: DatabasePlace): Promise<Storage> =>
  "file" in place ? openSqlite(place) : openPostgres(place);

/** A database for one measurement. */
export interface BenchDatabase {
  readonly place: DatabasePlace;
  /** What it takes on the disk. */
  sizeBytes(): Promise<number>;
  remove(): Promise<void>;
}

/** A new file in a folder of its own. */
export async function newSqlite(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  const file = join(folder, "waymark.db");
  return {
    place: { file },
    sizeBytes: async () => (await stat(file)).size,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A new PostgreSQL, with `fsync` and `synchronous_commit` as they are unless somebody turns them off. */
export async function newPostgres(): Promise<BenchDatabase> {
  const postgres = await startPostgres({ isDurable: true });
  return {
    place: { url: postgres.url },
    sizeBytes: () => sizeOf(postgres.url),
    remove: () => postgres.stop(),
  };
}

async function sizeOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ size: string }>(
    "select pg_database_size(current_database()) as size",
  );
  await client.end();
  return Number(rows[0]?.size);
}
