/** What an administrator does to open a school: set it up, bring in its list, hand out codes. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { RunningServer } from "./running-server.ts";

/** Sets up an organisation from the link that the terminal printed, and ends where a list is brought in. */
export async function setUpSchool(page: Page, server: RunningServer): Promise<void> {
  const [link = ""] = /http\S+#token=\S+/.exec(server.output()) ?? [];
  expect(link, "the link in the terminal").not.toBe("");
  await page.goto(link);
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("textbox", { name: "What is your organisation called?" }).fill("Hill School");
  await page.getByRole("textbox", { name: "Your name" }).fill("Ann Ward");
  await page.getByRole("textbox", { name: "Choose a user name" }).fill("a.ward");
  await page.getByRole("textbox", { name: "Choose a password" }).fill("nine wet boots");
  await page.getByRole("button", { name: "Go on: bring in people" }).click();
}

/** Gives a list of people to be looked at: the text of a CSV file, or the bytes of a zip. */
export async function chooseFile(page: Page, list: string | Uint8Array): Promise<void> {
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button").filter({ hasText: "Choose a file" }).click();
  const [name, mimeType] =
    typeof list === "string" ? ["people.csv", "text/csv"] : ["school.zip", "application/zip"];
  await (await asked).setFiles({ name, mimeType, buffer: Buffer.from(list) });
}

/** Brings in a list of people after a look at it. */
export async function bringIn(page: Page, list: string | Uint8Array): Promise<void> {
  await chooseFile(page, list);
  await page.getByRole("button", { name: "Go on: who sees whom" }).click();
  await page.getByRole("button", { name: /^Add \d+$/ }).click();
  await page.getByRole("heading", { name: "They are in" }).waitFor();
}

/** Makes codes for those who were just brought in, and reads one person's off the sheet. */
export async function printCodes(page: Page): Promise<(name: string) => Promise<string>> {
  await page.getByRole("button", { name: /^Print \d+ sign-in codes$/ }).click();
  await page.getByRole("button", { name: "Print" }).waitFor();
  return async (name) => {
    const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name }) });
    const words = await card.getByText(/^Code /).innerText();
    return words.replace("Code ", "");
  };
}
