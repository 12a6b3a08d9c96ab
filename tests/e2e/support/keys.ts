/** Going about a page by Tab. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** More than any page has. */
const mostStops = 80;

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  expect.fail(`Tab did not reach ${wanted.toString()}`);
}
