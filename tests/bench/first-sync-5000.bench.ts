/** How long a new device takes from signing in to 5,000 records that are durable and listed, from a real server. */
import { openBenchBrowser, recordCount } from "./bench-browser.ts";
import type { BenchBrowser } from "./bench-browser.ts";
import { startFilledServer } from "./filled-server.ts";
import type { FilledServer } from "./filled-server.ts";
import type { Explained } from "./figure.ts";
import { explained, interleaved } from "./measurement.ts";
import type { Measurement, Samples } from "./measurement.ts";

export const firstSync5000: Measurement = {
  name: "first-sync-5000",
  measure: async (runs) => {
    const server = await startFilledServer(recordCount);
    const browser = await openBenchBrowser(server.url);
    try {
      return figureOf(await sampled({ server, browser, runs }));
    } finally {
      await browser.remove();
      await server.remove();
    }
  },
};

const figureOf = (samples: Samples): Explained =>
  explained(samples, {
    name: "first-sync-5000",
    unit: "ms",
    against: "the same pages from the same server, read, projected and put into plain IndexedDB, then listed",
    aim: 1.8,
    limit:
      "Limited by writing (see store-5000) and by the values both sides derive; the rest is one round trip a page " +
      "and live queries that hear of every page.",
  });

interface Setting {
  readonly server: FilledServer;
  readonly browser: BenchBrowser;
  readonly runs: number;
}

const sampled = ({ server, browser, runs }: Setting): Promise<Samples> =>
  interleaved(runs, async (side) => {
    const page = await browser.openPage();
    await page.context().addCookies([{ name: "waymark_session", value: server.session, url: server.url }]);
    // From here on nothing may stand between the page and the server.
    await page.unrouteAll();
    const took = await page.evaluate(([which, account]) => window.bench.firstSync(which, account), [
      side,
      server.account,
    ] as const);
    await page.close();
    return took;
  });
