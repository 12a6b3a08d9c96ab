/** Somebody's own device: a browser profile that lasts, with its own network that can be cut. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";
import { browserReady, launchOptions } from "#tests/support/browser.ts";

/** The sizes that screens are made for. */
export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  laptop: { width: 1440, height: 900 },
} as const;

/** What kind of device, and how its person likes it. */
export interface DeviceOptions {
  readonly size: keyof typeof sizes;
  readonly url: string;
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
  /** Closes the browser and removes its profile. */
  remove(): Promise<void>;
}

/** Opens a device with an empty profile; nothing is loaded yet. */
export async function openDevice({ size, url, dark = false }: DeviceOptions): Promise<Device> {
  await browserReady();
  const profile = await mkdtemp(join(tmpdir(), "waymark-device-"));
  let isOffline = false;
  const launch = async (): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(),
      baseURL: url,
      viewport: sizes[size],
      colorScheme: dark ? "dark" : "light",
      hasTouch: size !== "laptop",
      locale: "en-GB",
      timezoneId: "Europe/London",
    });
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
      await context.close();
      context = await launch();
      page = context.pages()[0] ?? (await context.newPage());
      await page.goto(path);
      return page;
    },
    remove: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
