/** What axe finds in the way of people who use a screen reader, a keyboard, or weak eyes. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { sizes } from "./device.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of WCAG 2.2 AA, and what axe itself thinks good practice. */
const allRules: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** Enough of an element to know it by. */
const mostLetters = 160;

/** What is in the way on this screen, light and dark: `screen: rule at place`. Empty when nothing is. */
export async function barriers(page: Page, screen: string): Promise<readonly string[]> {
  const putBack = await unroll(page);
  const light = await found(page, "light");
  const dark = await found(page, "dark");
  await putBack();
  return [...light, ...dark].map((one) => `${screen}: ${one}`);
}

/** Windows to try: a long list draws more of itself in a higher one, and a page may stay a little higher than any. */
const mostWindows = 6;

/** Makes the window as high as its page, so that nothing lies half under a bar only for want of scrolling. */
async function unroll(page: Page): Promise<() => Promise<void>> {
  const before = page.viewportSize() ?? sizes.phone;
  let shown = before.height;
  for (let tried = 0; tried < mostWindows; tried += 1) {
    const height = await drawnHeight(page);
    if (height <= shown) break;
    shown = height;
    await page.setViewportSize({ width: before.width, height: shown });
  }
  return () => page.setViewportSize(before);
}

/** The page's height once it has been drawn in the window as it is now. */
const drawnHeight = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    await promise;
    return document.documentElement.scrollHeight;
  });

async function found(page: Page, colorScheme: "light" | "dark"): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) =>
      (globalThis as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    allRules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html }) => `${id} at ${target.join(" ")} ${html.slice(0, mostLetters)}, ${colorScheme}`,
    ),
  );
}
