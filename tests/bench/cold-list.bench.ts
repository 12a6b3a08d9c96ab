/** How long it takes, in a browser just started, to open the database and read one learner's 200 newest entries. */
import { inOwnPage, openBenchBrowser, recordCount } from "./bench-browser.ts";
import { explained, interleaved } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";

export const coldList: Measurement = {
  name: "cold-list",
  measure: async (runs) => {
    const browser = await openBenchBrowser();
    await inOwnPage(browser, (page) => page.evaluate(() => window.bench.storeAll("ours")));
    await inOwnPage(browser, (page) => page.evaluate(() => window.bench.storeAll("reference")));
    const samples = await interleaved(runs, async (side) => {
      await browser.restart();
      return inOwnPage(browser, (page) => page.evaluate((which) => window.bench.listCold(which), side));
    });
    await browser.remove();
    return explained(samples, {
      name: "cold-list",
      unit: "ms",
      against: `one index range over the same ${recordCount} rows in plain IndexedDB`,
      aim: 1.6,
      limit:
        "Limited by opening: RxDB opens two databases one after the other, and our own a third, where raw opens one. " +
        "Reading the 200 is one index range on both sides.",
    });
  },
};
