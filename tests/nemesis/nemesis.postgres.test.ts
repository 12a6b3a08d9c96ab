import { expect, inject, test } from "vitest";
import { createPostgresDatabase } from "./server/postgres-database.ts";
import { runShare } from "./share.ts";

const url = inject("postgres");

test.skipIf(url === undefined)(
  "[S1] whatever happens to two servers on one PostgreSQL, nothing is lost, nobody holds what they may not, and all agree",
  { timeout: 600_000 },
  async () => {
    const { told, missing } = await runShare(() => createPostgresDatabase({ url: url ?? "" }));
    expect(told).toBe("");
    expect(missing).toEqual([]);
  },
);
