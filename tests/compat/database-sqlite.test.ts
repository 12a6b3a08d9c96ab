import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openSqlite } from "#server/storage/sqlite.ts";
import { keepsOldDatabases } from "./database.ts";

keepsOldDatabases(async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "waymark.db");
  return {
    open: (upTo) => openSqlite({ file, ...(upTo !== undefined && { upTo }) }),
    run: async (statement, values) => {
      const database = new DatabaseSync(file);
      database.prepare(statement).run(...(values as SQLInputValue[]));
      database.close();
    },
  };
});
