/** How long it takes, in a browser just started, to open the database and read one learner's 200 newest entries. */
import { inOwnPage, openBenchBrowser, recordCount } from "./bench-browser.ts";
import type { BenchBrowser } from "./bench-browser.ts";
import { explained, interleaved } from "./measurement.ts";
import type { Measurement, Side } from "./measurement.ts";

export const coldList: Measurement = {
  name: "cold-list",
  measure: async (runs) => {
    // One profile a side: all databases of an origin lie in one file, so either would also open the other's.
    const browsers = { ours: await filledBrowser("ours"), reference: await filledBrowser("reference") };
    const samples = await interleaved(runs, async (side) => {
      const took = await inOwnPage(browsers[side], (page) =>
        page.evaluate((which) => window.bench.listCold(which), side),
      );
      await browsers[side].rest();
      return took;
    });
    await Promise.all([browsers.ours.remove(), browsers.reference.remove()]);
    return explained(samples, {
      name: "cold-list",
      unit: "ms",
      against: `one index range over the same ${recordCount} rows in plain IndexedDB`,
      aim: 1.6,
      limit:
        "Limited by opening: two databases at once, then one turn for who belongs to whom and what is unsent, where raw " +
        "opens one. Reading the 200 is one index range on both sides; ours are then parsed.",
    });
  },
};

/** A browser that holds one side's database and is not running. */
async function filledBrowser(side: Side): Promise<BenchBrowser> {
  const browser = await openBenchBrowser();
  await inOwnPage(browser, (page) => page.evaluate((which) => window.bench.storeAll(which), side));
  await browser.rest();
  return browser;
}
