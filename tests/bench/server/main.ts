/**
 * Measures the server, prints a table and, with `--json FILE`, writes the figures.
 * `npm run bench:server -- push-sqlite growth` measures only these; `--runs N` changes how often, `--full` adds the long ones.
 */
import { writeFile } from "node:fs/promises";
import { askedOf } from "#tests/bench/asked.ts";
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

const names = measurements.map(({ name }) => name);
const asked = askedOf({ name: "bench:server", measurements: names, runs: 5, hasLong: true });

async function measureAll({ wanted, runs, full, json }: NonNullable<typeof asked>): Promise<void> {
  const figures: Explained[] = [];
  for (const { name, measure, isLong = false } of measurements) {
    const isWanted =
      wanted.length > 0 ? wanted.some((beginning) => name.startsWith(beginning)) : full || !isLong;
    if (!isWanted) continue;
    console.error(`measuring ${name}`);
    figures.push(...(await measure({ runs })));
  }
  console.log(tableOf(figures));
  if (json) await writeFile(json, `${JSON.stringify(figures.map(figureOf), undefined, 2)}\n`);
}

if (asked) await measureAll(asked);
process.exit();
