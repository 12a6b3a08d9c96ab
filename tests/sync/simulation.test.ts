import { expect, test } from "vitest";
import { runWorld, stepsOfWorld } from "./simulation.ts";
import type { Ended } from "./simulation.ts";
import { faults, noFaults } from "#tests/sync/world/trace.ts";

/** One seed alone: `SEED=17 npm run test:sync`, with its whole trace printed. */
const alone = process.env["SEED"];
const seeds = alone === undefined ? Array.from({ length: 200 }, (_, index) => index + 1) : [Number(alone)];

const told = ({ seed, findings }: Ended): string =>
  [`Seed ${seed} (run it alone: SEED=${seed} npm run test:sync)`, ...findings].join("\n  ");

/** About ten times what the worlds need on an idle machine of two cores. */
const timeLimitMs = 600_000;

test(
  "[S1] whatever happens, nothing is lost, nobody holds what they may not, and all agree at the end",
  { timeout: timeLimitMs },
  async () => {
    const counts = noFaults(faults);
    const broken: string[] = [];
    const from = performance.now();
    for (const seed of seeds) {
      const ended = await runWorld(seed);
      for (const fault of faults) counts[fault] += ended.counts[fault];
      if (ended.findings.length > 0) broken.push(told(ended));
      if (alone !== undefined) console.log(ended.lines.join("\n"));
    }
    const seconds = (performance.now() - from) / 1000;
    console.log(`${seeds.length} seeds, ${seeds.length * stepsOfWorld} steps, ${seconds.toFixed(1)} s`);
    console.log(faults.map((fault) => `${String(counts[fault]).padStart(7)}  ${fault}`).join("\n"));
    expect(broken.join("\n")).toBe("");
    expect(alone === undefined ? faults.filter((fault) => counts[fault] === 0) : []).toEqual([]);
  },
);

test("the same seed gives the same history", async () => {
  for (const seed of seeds.slice(0, 5))
    expect((await runWorld(seed)).traceHash).toBe((await runWorld(seed)).traceHash);
});
