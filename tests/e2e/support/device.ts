/** Somebody's own device: a browser profile that lasts, with its own network that can be cut. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";
import { browserReady, launchOptions } from "#tests/support/browser/browser.ts";
import { patienceOfStories } from "#tests/support/patience.ts";
import { collectComplaints } from "./complaints.ts";
import type { Expected } from "./complaints.ts";

/** The sizes that screens are made for. */
export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  laptop: { width: 1440, height: 900 },
} as const;

/** One of {@link sizes}. */
export type Size = keyof typeof sizes;

/** How its person likes a device, and which failures are part of the story. */
export interface DeviceOptions extends Expected {
  readonly dark?: boolean;
}

/** A device in somebody's hand. */
export interface Device {
  /** The page in front. Renewed by `restart`. */
  page(): Page;
  context(): BrowserContext;
  /** Cuts the network off, or lets it back. */
  offline(cut: boolean): Promise<void>;
  /** Ends the whole browser without asking and opens it again at this address, with the same storage. */
  restart(path: string): Promise<Page>;
  /** What the browser has complained of that is no part of the story. Empty when all is well. */
  complaints(): readonly string[];
  /** Closes the browser and removes its profile. */
  remove(): Promise<void>;
}

/** Opens a device with an empty profile; nothing is loaded yet. `url` is the server's. */
export async function openDevice(size: Size, url: string, options: DeviceOptions = {}): Promise<Device> {
  await browserReady();
  const profile = await mkdtemp(join(tmpdir(), "waymark-device-"));
  const complaints: string[] = [];
  let isOffline = false;
  const launch = async (): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(),
      baseURL: url,
      viewport: sizes[size],
      colorScheme: options.dark ? "dark" : "light",
      hasTouch: size !== "laptop",
      locale: "en-GB",
      timezoneId: "Europe/London",
    });
    context.setDefaultTimeout(patienceOfStories.timeout);
    collectComplaints(context, complaints, options);
    await context.setOffline(isOffline);
    return context;
  };
  let context = await launch();
  let page = context.pages()[0] ?? (await context.newPage());
  return {
    page: () => page,
    context: () => context,
    offline: async (cut) => {
      isOffline = cut;
      await context.setOffline(cut);
    },
    restart: async (path) => {
      await crash(context);
      context = await launch();
      page = context.pages()[0] ?? (await context.newPage());
      await page.goto(path);
      return page;
    },
    complaints: () => complaints,
    remove: async () => {
      await context.close();
      // A browser that was killed leaves processes that write a moment longer.
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Ends the browser as a dead battery does: no page hears of it. */
async function crash(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const closed = context.waitForEvent("close");
  // The answer never comes: whoever would give it is gone.
  session?.send("Browser.crash").catch(() => undefined);
  await closed;
}

/** Ends one tab's process at once, as a phone short of memory does, and opens a tab anew at the same address. */
export async function killTab(device: Device, page = device.page()): Promise<Page> {
  const session = await device.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // As above: a page that is gone gives no answer.
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  const address = page.url();
  await page.close();
  const fresh = await device.context().newPage();
  await fresh.goto(address);
  return fresh;
}
