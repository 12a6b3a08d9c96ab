/**
 * Measures, prints a table and, with `--json FILE`, writes the figures.
 * `npm run bench -- store-5000 cold-list` measures only these; `--runs N` changes how often.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, runs: { type: "string", default: "7" } },
});

const unknown = positionals.filter((name) => !measurements.some((measurement) => measurement.name === name));
if (unknown.length > 0) throw new Error(`No such measurement: ${unknown.join(", ")}`);

const figures: Explained[] = [];
for (const { name, measure } of measurements) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`measuring ${name}`);
  figures.push(await measure(Number(values.runs)));
}

console.log(tableOf(figures));
if (values.json) await writeFile(values.json, `${JSON.stringify(figures.map(figureOf), undefined, 2)}\n`);
