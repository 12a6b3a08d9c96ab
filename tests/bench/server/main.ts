/**
 * Measures the server, prints a table and, with `--json FILE`, writes the figures.
 * `npm run bench:server -- push-sqlite growth` measures only these; `--runs N` changes how often, `--full` adds the long ones.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { figureOf, tableOf, type Explained } from "#tests/bench/figure.ts";
import { caseloadOfPostgres, caseloadOfSqlite } from "./caseload.bench.ts";
import { connectedToPostgres, connectedToSqlite } from "./connected.bench.ts";
import { firstSyncPouchdb } from "./first-sync-pouchdb.bench.ts";
import { growthOfPostgres, growthOfSqlite } from "./growth.bench.ts";
import type { ServerMeasurement } from "./in-turn.ts";
import { pushToPostgres, pushToSqlite } from "./push.bench.ts";

const measurements: readonly ServerMeasurement[] = [
  pushToSqlite,
  pushToPostgres,
  connectedToSqlite,
  connectedToPostgres,
  caseloadOfSqlite,
  caseloadOfPostgres,
  firstSyncPouchdb,
  growthOfSqlite,
  growthOfPostgres,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    runs: { type: "string", default: "5" },
    full: { type: "boolean", default: false },
  },
});

const unknown = positionals.filter(
  (name) => !measurements.some((measurement) => measurement.name.startsWith(name)),
);
if (unknown.length > 0) throw new Error(`No such measurement: ${unknown.join(", ")}`);

const figures: Explained[] = [];
for (const { name, measure, isLong = false } of measurements) {
  const isWanted =
    positionals.length > 0 ? positionals.some((wanted) => name.startsWith(wanted)) : values.full || !isLong;
  if (!isWanted) continue;
  console.error(`measuring ${name}`);
  figures.push(...(await measure({ runs: Number(values.runs) })));
}

console.log(tableOf(figures));
if (values.json) await writeFile(values.json, `${JSON.stringify(figures.map(figureOf), undefined, 2)}\n`);
process.exit();
