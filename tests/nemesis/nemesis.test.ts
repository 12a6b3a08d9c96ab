import { expect, test } from "vitest";
import { createSqliteDatabase } from "./server/database.ts";
import { runShare } from "./share.ts";

test(
  "[S1] whatever happens to real server processes, nothing is lost, nobody holds what they may not, and all agree",
  { timeout: 600_000 },
  async () => {
    const { told, missing } = await runShare(async () => createSqliteDatabase());
    expect(told).toBe("");
    expect(missing).toEqual([]);
  },
);
