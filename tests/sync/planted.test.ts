import { expect, test } from "vitest";
import { runWorld } from "./simulation.ts";
import { plantedBugs } from "./planted.ts";

const seedLimit = 200;

test.for(Object.entries(plantedBugs))(
  "a planted bug is caught: %s",
  { timeout: 600_000 },
  async ([name, variation]) => {
    let caught: string | undefined;
    for (let seed = 1; seed <= seedLimit && caught === undefined; seed += 1) {
      const [first] = (await runWorld(seed, variation)).findings;
      caught = first && `${name}: caught at seed ${seed}: ${first}`;
    }
    console.log(caught ?? `${name}: not caught`);
    expect(caught).toBeDefined();
  },
);
