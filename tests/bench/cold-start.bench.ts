/**
 * How long the app takes from nothing to a Today that can be used: no network, a browser just started,
 * 5,000 records on the device, a processor slowed four times.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";
import { browserReady, launchOptions } from "#tests/support/browser/browser.ts";
import { signInOn } from "#tests/support/sign-in.ts";
import { recordCount } from "./bench-browser.ts";
import { buildApp } from "./build-app.ts";
import { buildEmptyApp } from "./build-empty-app.ts";
import { demoPassword, startFilledServer, userName } from "./filled-server.ts";
import { explained, interleaved } from "./measurement.ts";
import type { Measurement } from "./measurement.ts";
import { serveFolder } from "./serve-folder.ts";

const slowDown = 4;

export const coldStart: Measurement = {
  name: "cold-start",
  measure: async (runs) => {
    await browserReady();
    const folder = await mkdtemp(join(tmpdir(), "waymark-cold-start-"));
    try {
      const devices = { ours: await visitApp(folder), reference: await visitEmptyApp(folder) };
      const samples = await interleaved(runs, (side) => startCold(devices[side]));
      return explained(samples, {
        name: "cold-start",
        unit: "ms",
        against: "an empty React page, built, served and kept offline in the same way",
        aim: 2.5,
        limit:
          "Limited by reading and running the JavaScript of the first screen (see first-js), and by drawing the page once; what it " +
          "shows is read meanwhile. The README says how much each takes, and what the least is that anything could take.",
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** A profile that has visited an app once, and what shows that the app can be used. */
interface Visited {
  readonly profile: string;
  readonly address: string;
  readonly usable: string;
}

const launch = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, { ...launchOptions(), viewport: { width: 360, height: 740 } });

async function visitApp(folder: string): Promise<Visited> {
  await buildApp();
  const server = await startFilledServer(recordCount);
  const profile = join(folder, "ours");
  const usable = ".targets .t-open button, .targets .t-open [role=radio], .targets .t-open input";
  const context = await launch(profile);
  const page = await context.newPage();
  await page.goto(server.url);
  await signInOn(page, { userName, password: demoPassword });
  await page.locator(usable).first().waitFor();
  await context.close();
  await server.remove();
  return { profile, address: `${server.url}/today`, usable };
}

async function visitEmptyApp(folder: string): Promise<Visited> {
  await buildEmptyApp(join(folder, "empty-app"));
  const served = await serveFolder(join(folder, "empty-app"));
  const profile = join(folder, "reference");
  const context = await launch(profile);
  const page = await context.newPage();
  await page.goto(served.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.close();
  await served.close();
  return { profile, address: `${served.url}/today`, usable: "main button" };
}

/** From asking for the page to the frame after what is needed is there, in milliseconds. */
async function startCold({ profile, address, usable }: Visited): Promise<number> {
  const context = await launch(profile);
  try {
    const page = await context.newPage();
    await context.setOffline(true);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
    await noteWhenUsable(page, usable);
    await page.goto(address);
    // Playwright's own waiting would run a script of its own in the page, in the middle of what is measured.
    const { result } = await session.send("Runtime.evaluate", { expression: "usableAt", awaitPromise: true });
    return Number(result.value);
  } finally {
    await context.close();
  }
}

/** Puts a promise of the moment on the window. */
const noteWhenUsable = (page: Page, usable: string): Promise<unknown> =>
  page.addInitScript((selector) => {
    const { promise: usableAt, resolve } = Promise.withResolvers<number>();
    Object.assign(window, { usableAt });
    const look = (): void => {
      if (!document.querySelector(selector)) return;
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { childList: true, subtree: true });
  }, usable);
