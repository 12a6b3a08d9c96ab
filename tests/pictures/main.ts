/**
 * Takes the README's pictures: the real app from the real server, with the demo school as it is today.
 * Run by `npm run pictures` after a screen has changed; the pictures are kept in the repository.
 */
import { Buffer } from "node:buffer";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startServer } from "#tests/e2e/support/running-server.ts";
import { setup as appReady } from "#server/start/app-ready.ts";
import { openBrowser } from "#tests/support/browser/browser.ts";
import { signInOn } from "#tests/support/sign-in.ts";
import { shots } from "./shots.ts";
import type { Device, Shot } from "./shots.ts";

const folder = "docs/pictures";
const password = "a picture a day";
/** WebP's own scale of 100; words stay sharp at this. */
const quality = 80;

appReady();
await mkdir(folder, { recursive: true });
const server = await startServer({ demo: password });
const browser = await openBrowser();
try {
  for (const shot of shots) await take(browser, shot);
} finally {
  await browser.close();
  await server.remove();
}

async function take(from: Browser, { name, userName, device, isDark, show }: Shot): Promise<void> {
  const context = await from.newContext({
    viewport: device.viewport,
    hasTouch: device.hasTouch,
    baseURL: server.url,
    colorScheme: isDark ? "dark" : "light",
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto("/");
  await signInOn(page, { userName, password });
  await show(page);
  await page.evaluate(() => document.fonts.ready);
  await writeFile(join(folder, `${name}.webp`), await pictureOf(page, device));
  await context.close();
}

/** What is on the screen, as WebP, which Playwright's own screenshots cannot be. */
async function pictureOf(page: Page, { viewport, scale }: Device): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, ...viewport, scale };
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality, clip });
  return Buffer.from(data, "base64");
}
