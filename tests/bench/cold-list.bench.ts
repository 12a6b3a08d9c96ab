/** How long it takes, in a browser just started, until one learner's 200 newest entries are read from a store not yet open. */
import { inOwnPage, openBenchBrowser, recordCount } from "./bench-browser.ts";
import type { BenchBrowser } from "./bench-browser.ts";
import { medianOf } from "./figure.ts";
import { explained, interleaved } from "./measurement.ts";
import type { Measurement, Side } from "./measurement.ts";
import type { Way } from "./page/page-bench.ts";

export const coldList: Measurement = {
  name: "cold-list",
  measure: async (runs) => {
    // One profile a side: all databases of an origin lie in one file, so either would also open the other's.
    const browsers = { ours: await filledBrowser("ours"), reference: await filledBrowser("reference") };
    const throughStore: number[] = [];
    const samples = await interleaved(runs, async (side) => {
      const took = await listIn(browsers[side], side);
      if (side === "ours") throughStore.push(await listIn(browsers.ours, "open-store"));
      return took;
    });
    // The first turn does not count, here either.
    const store = medianOf(throughStore.slice(1));
    await Promise.all([browsers.ours.remove(), browsers.reference.remove()]);
    return explained(samples, {
      name: "cold-list",
      unit: "ms",
      against: `one index range over the same ${recordCount} rows in plain IndexedDB`,
      aim: 1.6,
      limit:
        "Limited by opening: the device's own database says who uses it, then two of that person's are opened at once and asked " +
        "how far they have come, where raw opens one. Reading the 200 is one index range on both sides; ours are then parsed.",
      details: [
        `Through the open store, which nobody waits for any more: ${store.toFixed(0)} ms, ` +
          `${(store / medianOf(samples.reference)).toFixed(2)} times raw.`,
      ],
    });
  },
};

/** One list in a browser that is started for it. */
async function listIn(browser: BenchBrowser, way: Way): Promise<number> {
  const took = await inOwnPage(browser, (page) =>
    page.evaluate((which) => window.bench.listCold(which), way),
  );
  await browser.rest();
  return took;
}

/** A browser that holds one side's database and is not running. */
async function filledBrowser(side: Side): Promise<BenchBrowser> {
  const browser = await openBenchBrowser();
  await inOwnPage(browser, async (page) => {
    await page.evaluate((which) => window.bench.storeAll(which), side);
    if (side === "ours") await page.evaluate(() => window.bench.moveIn());
  });
  await browser.rest();
  return browser;
}
