/** What every database must do with the tables a release before left behind; run for each kind of database. */
import { expect, test } from "vitest";
import { NewerTables, newestVersion } from "#server/storage/migrations/migrate.ts";
import type { Storage } from "#server/storage/storage.ts";
import { expectRows, rows } from "./database-1.ts";

/** A place for one database, with nothing in it yet. */
export interface DatabasePlace {
  readonly open: (upTo?: number) => Promise<Storage>;
  /** Runs one statement past the server; `?` stands for each value. */
  readonly run: (statement: string, values: readonly unknown[]) => Promise<void>;
}

const released = Array.from({ length: newestVersion }, (_, index) => index + 1);

/** Runs the suite on a kind of database. */
export function keepsOldDatabases(place: () => Promise<DatabasePlace>): void {
  test.for(released)(
    "a database with the tables of version %i is read by this version, whole",
    async (version) => {
      const { open, run } = await place();
      await (await open(version)).close();
      for (const [table, ofTable] of Object.entries(rows))
        for (const row of ofTable) {
          const columns = Object.keys(row).map((column) => `"${column}"`);
          const marks = columns.map(() => "?").join(", ");
          await run(`insert into ${table} (${columns.join(", ")}) values (${marks})`, Object.values(row));
        }
      for (const time of ["the first time", "when it has nothing left to change"]) {
        const storage = await open();
        await expectRows(storage).catch((error: unknown) => {
          throw new Error(time, { cause: error });
        });
        const next = await storage.write((t) => t.scopes.reserve(1));
        expect(next).toBeGreaterThan(3);
        await storage.write((t) => t.meta.put("epoch", "the first"));
        await run("update positions set value = 3", []);
        await storage.close();
      }
    },
  );

  test("a database that a newer program has used is left alone", async () => {
    const { open, run } = await place();
    await (await open()).close();
    await run("insert into versions (version) values (?)", [newestVersion + 1]);
    await expect(open()).rejects.toThrow(NewerTables);
  });
}
