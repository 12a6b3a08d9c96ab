/**
 * The browser that tests drive: the one named by WAYMARK_CHROME, else the Chromium carried by npm,
 * else a Chrome or Chromium installed on this machine. Nothing is ever downloaded.
 */
import { existsSync } from "node:fs";
import { type Browser, type LaunchOptions, chromium } from "playwright-core";
import { type Program, carried, isCarriedHere, unpackCarried } from "./carried-chromium.ts";

/** What a test may ask of the browser. `fakeMedia`: a microphone and camera that play a test signal, without asking. */
export type BrowserOptions = { readonly fakeMedia?: boolean };

/** No sandbox, since CI runs as root; the rest keeps the browser from calling home. */
const quietArgs = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const fakeMediaArgs = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

const installedPaths = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** How to start the browser with Playwright, also with a lasting profile. It can start once `browserReady` is done. */
export function launchOptions({ fakeMedia = false }: BrowserOptions = {}): LaunchOptions {
  const { path, env } = program();
  return {
    executablePath: path,
    args: fakeMedia ? [...quietArgs, ...fakeMediaArgs] : quietArgs,
    env: { ...process.env, ...env },
  };
}

/** Done when there is a browser to start. Throws, naming what to set, on a machine that has none. */
export async function browserReady(): Promise<void> {
  const { path } = program();
  if (path === carried.path) await unpackCarried();
  if (!existsSync(path)) {
    throw new Error(
      `No browser at "${path}". Install Chrome, or set WAYMARK_CHROME to the path of Chrome or Chromium.`,
    );
  }
}

/** Starts the browser without a window. Whoever opens it closes it. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  await browserReady();
  return chromium.launch(launchOptions(options));
}

function program(): Program {
  const named = process.env["WAYMARK_CHROME"];
  if (named) return { path: named, env: {} };
  if (isCarriedHere) return carried;
  return { path: installedPaths.find((path) => existsSync(path)) ?? "chrome", env: {} };
}
