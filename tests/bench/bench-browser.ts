/**
 * The browser that measures: the real store, built as the app is, in a page of its own, with a profile
 * on disk, since a browser without one keeps IndexedDB in memory and calls it durable.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "@msgpack/msgpack";
import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import type { Rolldown } from "vite";
import { personOfLearner } from "#model/id.ts";
import { browserReady, launchOptions } from "#tests/support/browser/browser.ts";
import { composeRecords, heldRecordOf } from "./demo-records.ts";
import { benchLearner, learnerCount, recordsPath } from "./page/page-bench.ts";

/** Nothing listens there: every answer comes from this process. A page of it is a secure one. */
const ownOrigin = "http://localhost";
const pagePath = "/bench/page";
const scriptPath = "/bench/page.js";

/** How many records the page writes and lists. */
export const recordCount = 5000;

/** A browser with a profile on disk. */
export interface BenchBrowser {
  /** A new page with `window.bench` on it. */
  openPage(): Promise<Page>;
  /** Closes the browser; the next page starts it again with the same profile. */
  rest(): Promise<void>;
  /** Closes the browser and removes its profile. */
  remove(): Promise<void>;
}

let script: Promise<string> | undefined;
let records: Uint8Array<ArrayBuffer> | undefined;

async function builtPage(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: "warn",
    mode: "production",
    build: {
      write: false,
      rolldownOptions: { input: "tests/bench/page/main.ts", output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  const chunk = built.output.find((part) => part.type === "chunk");
  if (!chunk || built.output.length > 1) throw new Error("The page was not built into one file.");
  return chunk.code;
}

function givenRecords(): Uint8Array<ArrayBuffer> {
  const authors = Array.from({ length: learnerCount }, (_none, number) => ({
    learner: benchLearner(number),
    person: personOfLearner(benchLearner(number)),
  }));
  return encode(composeRecords(recordCount, authors).map(heldRecordOf));
}

/** Opens the browser; its pages come from `origin`, which need not know of them. */
export async function openBenchBrowser(origin: string = ownOrigin): Promise<BenchBrowser> {
  await browserReady();
  script ??= builtPage();
  const source = await script;
  records ??= givenRecords();
  const body = Buffer.from(records);
  const profile = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  let running: BrowserContext | undefined;
  const rest = async (): Promise<void> => {
    await running?.close();
    running = undefined;
  };
  return {
    async openPage() {
      running ??= await chromium.launchPersistentContext(profile, launchOptions());
      const page = await running.newPage();
      await page.route(`${origin}/bench/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === recordsPath) return route.fulfill({ body, contentType: "application/msgpack" });
        if (pathname === scriptPath) return route.fulfill({ body: source, contentType: "text/javascript" });
        return route.fulfill({
          body: `<!doctype html><meta charset="utf-8"><title>Measured</title><script type="module" src="${scriptPath}"></script>`,
          contentType: "text/html",
        });
      });
      await page.goto(origin + pagePath);
      await page.waitForFunction(() => "bench" in window);
      return page;
    },
    rest,
    async remove() {
      await rest();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Asks one page of its own, and closes it. */
export async function inOwnPage<T>(browser: BenchBrowser, ask: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.openPage();
  try {
    return await ask(page);
  } finally {
    await page.close();
  }
}
