/**
 * The limit: the rows of records inserted by a loop and nothing else. Their columns and bytes are those of the
 * product's table, with its indexes; one statement a row, prepared once, and a transaction for as many as one push has.
 */
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { hashOf } from "#model/record/bytes.ts";
import type { BenchRecord } from "#tests/bench/demo-records.ts";
import type { DatabasePlace } from "./databases.ts";

type Row = readonly (string | number | null | Uint8Array)[];

const columns =
  "id, kind, learner, org, about, created_by, created_at, arrived_at, number, hash, summary, size_bytes, state";

/** The row of a record as the product keeps it. */
export const bareRow = ({ envelope, state }: BenchRecord): Row => [
  envelope.id,
  envelope.kind,
  envelope.learner ?? null,
  null,
  null,
  envelope.createdBy,
  envelope.createdAt,
  envelope.createdAt,
  null,
  hashOf(state),
  null,
  state.length,
  state,
];

/** Inserts these rows, so many to a transaction; resolves with the milliseconds it took, the last commit included. */
export const insertBare = (place: DatabasePlace, rows: readonly Row[], atOnce: number): Promise<number> =>
  "file" in place ? insertIntoFile(place.file, rows, atOnce) : insertIntoPostgres(place.url, rows, atOnce);

async function insertIntoFile(file: string, rows: readonly Row[], atOnce: number): Promise<number> {
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536");
  const insert = database.prepare(
    `insert into records (${columns}) values (${rows[0]?.map(() => "?").join()})`,
  );
  const startedAt = performance.now();
  for (let first = 0; first < rows.length; first += atOnce) {
    database.exec("begin immediate");
    for (const row of rows.slice(first, first + atOnce)) insert.run(...row);
    database.exec("commit");
  }
  const took = performance.now() - startedAt;
  database.close();
  return took;
}

async function insertIntoPostgres(url: string, rows: readonly Row[], atOnce: number): Promise<number> {
  const client = new Client(url);
  await client.connect();
  const text = `insert into records (${columns}) values (${rows[0]?.map((_cell, index) => `$${index + 1}`).join()})`;
  const startedAt = performance.now();
  for (let first = 0; first < rows.length; first += atOnce) {
    await client.query("begin");
    for (const row of rows.slice(first, first + atOnce))
      await client.query({
        name: "insert",
        text,
        values: row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell) : cell)),
      });
    await client.query("commit");
  }
  const took = performance.now() - startedAt;
  await client.end();
  return took;
}
