/** How long 5,000 fetched records take until they are durable, written as the replicator writes them. */
import { inOwnPage, openBenchBrowser } from "./bench-browser.ts";
import { explained, interleaved } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";

export const store5000: Measurement = {
  name: "store-5000",
  measure: async (runs) => {
    const browser = await openBenchBrowser();
    const samples = await interleaved(runs, (side) =>
      inOwnPage(browser, async (page) => {
        const took = await page.evaluate((which) => window.bench.storeAll(which), side);
        await page.evaluate(() => window.bench.clear());
        return took;
      }),
    );
    await browser.remove();
    return explained(samples, {
      name: "store-5000",
      unit: "ms",
      against: "the same rows, indexes and values in plain IndexedDB, a strict transaction a page of 1,000",
      aim: 2,
      limit:
        "Limited by IndexedDB itself, then by what RxDB adds to each row: a revision, two indexes more and its " +
        "own fields in every one, states as base64 since its documents hold only JSON, and word to other tabs.",
    });
  },
};
