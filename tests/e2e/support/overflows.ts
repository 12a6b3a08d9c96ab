/** What sticks out of the window at the side, where nobody can scroll to it: with writing from right to left, and with letters twice as large. */
import type { Page } from "playwright-core";
import { sizes } from "./device.ts";

/** How a page is read that is not read as it was drawn. */
const readings = {
  "right to left": { dir: "rtl", fontSize: "" },
  "letters twice as large": { dir: "ltr", fontSize: "200%" },
} as const;

/** What leaves the window of a phone on this screen: `screen: element, how it was read`. Empty when nothing does. */
export async function overflows(page: Page, screen: string): Promise<readonly string[]> {
  const before = page.viewportSize() ?? sizes.phone;
  await page.setViewportSize(sizes.phone);
  const found: string[] = [];
  for (const [name, reading] of Object.entries(readings)) {
    await readAs(page, reading);
    found.push(...(await leaving(page)).map((element) => `${screen}: ${element} outside, ${name}`));
  }
  await readAs(page, { dir: "ltr", fontSize: "" });
  await page.setViewportSize(before);
  return found;
}

/** What leaves the window as it is now. */
export const leaving = (page: Page): Promise<readonly string[]> => page.evaluate(outside);

/** Resolves once it has been drawn so. */
const readAs = (page: Page, reading: { dir: string; fontSize: string }): Promise<void> =>
  page.evaluate(async ({ dir, fontSize }) => {
    document.documentElement.dir = dir;
    document.documentElement.style.fontSize = fontSize;
    const { promise, resolve } = Promise.withResolvers<number>();
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    await promise;
  }, reading);

/** Runs in the page. The first of each branch that leaves the window, unless what holds it scrolls or is meant to cut it off. */
function outside(): string[] {
  /** Boxes lie on parts of dots. */
  const slack = 1.5;
  const most = document.documentElement.clientWidth + slack;
  const isCut = (element: Element): boolean => {
    const { overflowX, clipPath } = getComputedStyle(element);
    // What cuts at the window's own edge hides nothing on purpose but drawings.
    const isFrame = overflowX === "clip" && element.getBoundingClientRect().width >= most - 2 * slack;
    return (overflowX !== "visible" && !isFrame) || clipPath !== "none" || element.ariaHidden === "true";
  };
  const found: string[] = [];
  const look = (element: Element): void => {
    const { left, right, width, height } = element.getBoundingClientRect();
    const isShown = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    if (isShown && element.ariaHidden !== "true" && (left < -slack || right > most)) {
      const words = (element.textContent ?? "").trim().slice(0, 40);
      found.push(`<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${words}`);
    } else if (!isCut(element)) [...element.children].forEach(look);
  };
  [...document.body.children].forEach(look);
  return found;
}
