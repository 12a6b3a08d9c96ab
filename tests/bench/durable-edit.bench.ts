/** How long one edit in an open editor takes until it is durable: what a person waits for "saved". */
import { inOwnPage, openBenchBrowser } from "./bench-browser.ts";
import { medianOf } from "./figure.ts";
import { explained, interleaved } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";

const editsARun = 60;

export const durableEdit: Measurement = {
  name: "durable-edit",
  measure: async (runs) => {
    const browser = await openBenchBrowser();
    const samples = await interleaved(runs, (side) =>
      inOwnPage(browser, async (page) => {
        const times = await page.evaluate(([which, edits]) => window.bench.editOne(which, edits), [
          side,
          editsARun,
        ] as const);
        await page.evaluate(() => window.bench.clear());
        return medianOf(times);
      }),
    );
    await browser.remove();
    return explained(samples, {
      name: "durable-edit",
      unit: "ms",
      against:
        "the same edit of the same open document, encoded, read off and put into plain IndexedDB, strict",
      aim: 2.5,
      limit:
        "Limited by what keeps another tab's words: RxDB reads the row it is about to replace, and what is typed is " +
        "merged into what is stored. Live queries and other tabs then hear of it.",
    });
  },
};
