/** What anybody does and looks for, in the words that stand on the screen. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Device } from "./device.ts";
import { demoPassword } from "./demo-ready.ts";

/** Signs in as somebody of the demo school and waits until all that is theirs is here, and the app is kept for use without signal. */
export async function signIn(device: Device, userName: string): Promise<Page> {
  const page = device.page();
  await page.goto("/");
  await page.getByRole("textbox", { name: "User name" }).fill(userName);
  await page.getByRole("textbox", { name: "Password" }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await firstVisitEnds(page);
  return page;
}

/** All that is theirs is here, and so is the app. */
async function firstVisitEnds(page: Page): Promise<void> {
  await allSent(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
}

/** Goes to one of the main places by its link. */
export const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();

/** Words anywhere on the page that can be seen. */
export const sees = (page: Page | Locator, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

/** Words go away, or were never there. */
export const seesNoLonger = async (page: Page, words: string | RegExp): Promise<void> => {
  await expect.poll(() => page.getByText(words).filter({ visible: true }).count()).toBe(0);
};

const statusLine = (page: Page, note: RegExp): Locator =>
  page.getByRole("link", { name: note }).filter({ visible: true }).first();

/** The status line says that the server has everything. */
export const allSent = (page: Page): Promise<void> => statusLine(page, /Saved on this .*All sent/).waitFor();

/** The status line says that something waits to be sent. */
export const waitsToSend = (page: Page): Promise<void> => statusLine(page, /\d+ \w+ waiting/).waitFor();

/** Types into the field of this name, key by key, until the screen says that it is saved. */
export async function types(page: Page | Locator, field: string, words: string): Promise<void> {
  const box = page.getByRole("textbox", { name: field });
  await box.click();
  await box.press("End");
  await box.pressSequentially(words);
  await savedHere(page);
}

/** What is written on this page is durable on this device. */
export const savedHere = (page: Page | Locator): Promise<void> =>
  page.locator("[data-saving=saved]").filter({ visible: true }).first().waitFor();

/** The field of this name holds these words, perhaps among others. */
export async function holds(page: Page, field: string, words: string): Promise<void> {
  const box = page.getByRole("textbox", { name: field });
  await expect.poll(() => box.inputValue()).toContain(words);
}

/** Signs in for the first time with the code from the sheet. */
export async function firstTime(device: Device, code: string): Promise<Page> {
  const page = device.page();
  await page.goto("/");
  await page.getByRole("link", { name: "I have a code" }).click();
  await page.getByRole("textbox", { name: "Your code" }).fill(code);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("textbox", { name: "Choose a password" }).fill("three dry socks");
  await page.getByRole("button", { name: "Start" }).click();
  await firstVisitEnds(page);
  return page;
}
