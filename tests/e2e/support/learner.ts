/** What a learner does, from wherever they are in the app. */
import type { Page } from "playwright-core";
import { goTo, sees, types } from "./anyone.ts";

/** Opens a new entry from the log. */
export async function beginEntry(page: Page): Promise<void> {
  await goTo(page, "My log");
  await page.getByRole("link", { name: "Write", exact: true }).click();
}

/** Writes an entry, key by key, and goes back to the log. */
export async function writeEntry(page: Page, words: string): Promise<void> {
  await beginEntry(page);
  await types(page, "What did you do?", words);
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await sees(page, words);
}

/** Begins the plan, which is empty, with what one is good at. */
export async function sayGoodAt(page: Page, words: string): Promise<void> {
  await goTo(page, "Today");
  await page.getByRole("link", { name: "Say what you are good at" }).click();
  await types(page, "I am good at", words);
  await page.getByRole("button", { name: "Done", exact: true }).click();
}

/** Says on Today how the open target is going. */
export async function sayHowItGoes(page: Page, target: string, feeling: string): Promise<void> {
  await goTo(page, "Today");
  const closed = page.getByRole("button", { name: target });
  await page.getByRole("heading", { name: target }).waitFor();
  if (await closed.isVisible()) await closed.click();
  await page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: target }) })
    .getByRole("radio", { name: feeling })
    .click();
  await sees(page, `${feeling} today`);
}

/** Says what one learned, in getting ready for the next review. */
export async function prepare(page: Page, learned: string): Promise<void> {
  await goTo(page, "Today");
  await page.getByRole("link", { name: /Get ready|Look again/ }).click();
  await page.getByRole("link", { name: "since last time" }).click();
  await types(page, "What did you learn?", learned);
  await page.getByRole("link", { name: "Today" }).click();
}
