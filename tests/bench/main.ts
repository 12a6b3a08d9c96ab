/**
 * Measures, prints a table and, with `--json FILE`, writes the figures.
 * `npm run bench -- store-5000 cold-list` measures only these; `--runs N` changes how often.
 */
import { writeFile } from "node:fs/promises";
import { askedOf } from "./asked.ts";
import { coldList } from "./cold-list.bench.ts";
import { durableEdit } from "./durable-edit.bench.ts";
import { figureOf, tableOf } from "./figure.ts";
import type { Explained } from "./figure.ts";
import { wire1000 } from "./wire-1000.bench.ts";
import { firstSync5000 } from "./first-sync-5000.bench.ts";
import { coldStart } from "./cold-start.bench.ts";
import { firstJs } from "./first-js.bench.ts";
import { store5000 } from "./store-5000.bench.ts";

const measurements = [store5000, durableEdit, coldList, firstSync5000, wire1000, coldStart, firstJs];

const asked = askedOf({ name: "bench", measurements: measurements.map(({ name }) => name), runs: 7 });

async function measureAll({ wanted, runs, json }: NonNullable<typeof asked>): Promise<void> {
  const figures: Explained[] = [];
  for (const { name, measure } of measurements) {
    if (wanted.length > 0 && !wanted.some((beginning) => name.startsWith(beginning))) continue;
    console.error(`measuring ${name}`);
    figures.push(await measure(runs));
  }
  console.log(tableOf(figures));
  if (json) await writeFile(json, `${JSON.stringify(figures.map(figureOf), undefined, 2)}\n`);
}

if (asked) await measureAll(asked);
