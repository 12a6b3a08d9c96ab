/** What the browser keeps for the app is cleared, by somebody or by itself, while a page of the app is open. */
import { expect, test } from "vitest";
import { holds, sees, signIn, types } from "./support/anyone.ts";
import type { Device } from "./support/device.ts";
import { beginEntry } from "./support/learner.ts";
import { demoSchool, hand } from "./support/story.ts";

const school = await demoSchool();

const did = "What did you do?";
const first = "We hung two doors.";
const rest = " And then a third.";

/** Clears all that the browser keeps for the app's address, as its settings do. */
async function clearAll(device: Device): Promise<void> {
  const session = await device.context().newCDPSession(device.page());
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(device.page().url()).origin,
    storageTypes: "all",
  });
}

/** An entry of which nothing was sent is on the screen, then all is cleared, and somebody types on. */
async function typedAfterClearing(userName: string) {
  const phone = await hand("phone", school, { statuses: [401] });
  const page = await signIn(phone, userName);
  await phone.offline(true);
  await beginEntry(page);
  await types(page, did, first);
  await clearAll(phone);
  await sees(page, "The browser cleared what was kept here");
  await phone.offline(false);
  await page.getByRole("textbox", { name: did }).press("End");
  await page.getByRole("textbox", { name: did }).pressSequentially(rest);
  return { phone, page };
}

test("somebody whose browser was cleared while they write reads so, and what is on the screen comes along when they sign in again", async () => {
  const { phone, page } = await typedAfterClearing("shanice.c");
  await sees(page, "Not saved");
  await holds(page, did, first + rest);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  await page.getByRole("button", { name: "Sign in again" }).click();
  await page.getByRole("textbox", { name: "User name" }).waitFor();
  const again = await signIn(phone, "shanice.c");
  await again.goto("/log");
  await sees(again, first + rest);
  expect(await again.getByRole("article").filter({ hasText: first }).count()).toBe(1);
});

test("whoever signs in next after a browser was cleared is shown nothing of what was on the screen", async () => {
  const { phone, page } = await typedAfterClearing("ewa.k");
  await page.getByRole("button", { name: "Sign in again" }).click();
  await page.getByRole("textbox", { name: "User name" }).waitFor();
  const other = await signIn(phone, "declan.o");
  await other.goto("/log");
  await sees(other, "My log");
  expect(await other.getByText(first).count()).toBe(0);
});
