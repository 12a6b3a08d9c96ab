import { expect, test } from "vitest";
import type { OrdealFault } from "./ordeal/faults.ts";
import { run } from "./ordeal/run.ts";
import { verdictLine } from "./ordeal/verdict.ts";
import { createSqliteDatabase } from "./server/database.ts";

/** CI's share of what `npm run nemesis` does for an hour. */
const shareMs = 30_000;

/** What happens in any half minute. */
const always: readonly OrdealFault[] = ["edit", "offline", "server killed"];

test(
  "[S1] whatever happens to real server processes, nothing is lost, nobody holds what they may not, and all agree",
  { timeout: 600_000 },
  async () => {
    const until = performance.now() + shareMs;
    const told: string[] = [];
    const verdict = await run({
      seed: 1,
      goesOn: ({ rounds }) => rounds === 0 || performance.now() < until,
      openDatabase: async () => createSqliteDatabase(),
      say: (line) => told.push(line),
      isTold: false,
    });
    console.log(verdictLine(verdict));
    expect(told.join("\n")).toBe("");
    expect(always.filter((fault) => !verdict.faults.get(fault))).toEqual([]);
  },
);
