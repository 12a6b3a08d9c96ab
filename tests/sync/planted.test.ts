import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runWorld } from "./simulation.ts";
import { plantedBugs } from "./planted.ts";

const seedLimit = 200;
const caught: string[] = [];

// Yjs says aloud when two documents share a client id, which one of these bugs makes them do.
beforeAll(() => void vi.spyOn(console, "log").mockImplementation(() => undefined));
afterAll(() => {
  vi.restoreAllMocks();
  console.log(caught.join("\n"));
});

test.for(Object.entries(plantedBugs))(
  "a planted bug is caught: %s",
  { timeout: 600_000 },
  async ([name, variation]) => {
    let found: string | undefined;
    for (let seed = 1; seed <= seedLimit && found === undefined; seed += 1) {
      [found] = (await runWorld(seed, variation)).findings;
      if (found) caught.push(`${name}: caught at seed ${seed}: ${found}`);
    }
    expect(found).toBeDefined();
  },
);
