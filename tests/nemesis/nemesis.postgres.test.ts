import { expect, inject, onTestFinished, test } from "vitest";
import { startPostgres } from "#tests/support/postgres/postgres-ready.ts";
import { createPostgresDatabase } from "./server/postgres-database.ts";
import type { PostgresServer } from "./server/postgres-database.ts";
import { cutSettings } from "./server/postgres-power-cut.ts";
import { runShare } from "./share.ts";

const url = inject("postgres");

/** One of its own, which can be stopped, killed and lose its power; or the one there is, which cannot. */
async function aServer(): Promise<PostgresServer> {
  if (!inject("isPostgresOurs")) return { url: url ?? "" };
  const own = await startPostgres({ settings: cutSettings });
  onTestFinished(() => own.remove());
  return own;
}

test.skipIf(url === undefined)(
  "[S1] whatever happens to two servers on one PostgreSQL, nothing is lost, nobody holds what they may not, and all agree",
  { timeout: 600_000 },
  async () => {
    const server = await aServer();
    const { told, missing } = await runShare(() => createPostgresDatabase(server));
    expect(told).toBe("");
    expect(missing).toEqual([]);
  },
);
