/** A new device in the carried browser: our first sync of 5,000 records against PouchDB's own, each from its own server. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openBenchBrowser, recordCount } from "#tests/bench/bench-browser.ts";
import type { BenchBrowser } from "#tests/bench/bench-browser.ts";
import { composeRecords } from "#tests/bench/demo-records.ts";
import { medianOf } from "#tests/bench/figure.ts";
import { startFilledServer, type FilledServer } from "#tests/bench/filled-server.ts";
import { explained } from "#tests/bench/measurement.ts";
import { benchLearner, benchPerson } from "#tests/bench/page/page-bench.ts";
import { inTurn, type ServerMeasurement } from "./in-turn.ts";
import { peersFolder, startPeer, type RunningPeer } from "./peers.ts";
import { askPouch, bulkBody, openPouch } from "./pouchdb.ts";

export const firstSyncPouchdb: ServerMeasurement = {
  name: "first-sync-pouchdb",
  measure: async ({ runs }) => {
    const peer = await startPeer("pouchdb");
    if (!peer) return [];
    const server = await startFilledServer(recordCount);
    const browsers = [
      await openBenchBrowser(server.url),
      await openBenchBrowser(`http://127.0.0.1:${peer.port}`),
    ] as const;
    try {
      await fill(peer);
      const taken = await inTurn(runs, ["ours", "usual", "large"], (side) =>
        side === "ours" ? syncOurs(browsers[0], server) : syncPouch(browsers[1], peer, batches[side]),
      );
      return [
        explained(
          { ours: taken.ours, reference: taken.usual },
          {
            name: "first-sync-pouchdb",
            unit: "ms",
            against:
              "PouchDB in the same browser, as it comes, replicating the same records from its own server, then listing them",
            aim: 0.5,
            limit:
              "Limited by writing to IndexedDB, strictly durable where PouchDB's is relaxed (see store-5000 and first-sync-5000 of `npm run bench`).",
            details: [
              `${medianOf(taken.large).toFixed(0)} ms with batches of ${batches.large} instead of ${batches.usual}.`,
            ],
          },
        ),
      ];
    } finally {
      for (const browser of browsers) await browser.remove();
      await server.remove();
      await peer.remove();
    }
  },
};

async function fill({ port }: RunningPeer): Promise<void> {
  const wire = openPouch(port, 1);
  const records = composeRecords(recordCount, [{ learner: benchLearner(0), person: benchPerson }]);
  await askPouch(wire, "/first-sync", undefined, "PUT");
  for (let first = 0; first < records.length; first += 500)
    await askPouch(wire, "/first-sync/_bulk_docs", bulkBody(records.slice(first, first + 500)));
}

async function syncOurs(browser: BenchBrowser, { url, session, account }: FilledServer): Promise<number> {
  const page = await browser.openPage();
  await page.context().addCookies([{ name: "waymark_session", value: session, url }]);
  await page.unrouteAll();
  const took = await page.evaluate((who) => window.bench.firstSync("ours", who), account);
  await page.close();
  return took;
}

/** What of PouchDB is called here. */
interface Pouch {
  readonly replicate: {
    from(url: string, options: { batch_size: number }): Promise<{ docs_written: number }>;
  };
  allDocs(options: { include_docs: boolean }): Promise<{ rows: readonly unknown[] }>;
  destroy(): Promise<void>;
}

/** Documents to a batch: PouchDB's default, and as many as a page of ours has rows. */
const batches = { usual: 100, large: 1000 } as const;

async function syncPouch(browser: BenchBrowser, { port }: RunningPeer, batchSize: number): Promise<number> {
  const page = await browser.openPage();
  await page.unrouteAll();
  const script = await readFile(join(peersFolder, "node_modules/pouchdb/dist/pouchdb.min.js"), "utf8");
  await page.evaluate(script);
  const { took, count } = await page.evaluate(
    async ([url, batch]) => {
      const { PouchDB } = window as unknown as { PouchDB: new (name: string) => Pouch };
      const startedAt = performance.now();
      const database = new PouchDB("first-sync");
      await database.replicate.from(url, { batch_size: batch });
      const { rows } = await database.allDocs({ include_docs: true });
      const ended = performance.now() - startedAt;
      await database.destroy();
      return { took: ended, count: rows.length };
    },
    [`http://127.0.0.1:${port}/first-sync`, batchSize] as const,
  );
  await page.close();
  if (count !== recordCount) throw new Error(`PouchDB fetched ${count}.`);
  return took;
}
