import { describe } from "vitest";
import { openPostgres } from "#server/storage/postgres.ts";
import { aDatabase, connected, isPostgresHere } from "#tests/support/postgres/postgres.ts";
import { keepsOldDatabases } from "./database.ts";

describe.skipIf(!isPostgresHere)("on PostgreSQL", () => {
  keepsOldDatabases(async () => {
    const url = await aDatabase();
    return {
      open: (upTo) => openPostgres({ url, ...(upTo !== undefined && { upTo }) }),
      run: async (statement, values) => {
        const client = await connected(url);
        let count = 0;
        await client.query(
          statement.replaceAll("?", () => `$${(count += 1)}`),
          [...values],
        );
        await client.end();
      },
    };
  });
});
