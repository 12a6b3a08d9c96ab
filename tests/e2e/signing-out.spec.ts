/** Signing out forgets a person and warns before a word is lost; being signed out by others only stops sending. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { allSent, goTo, sees, seesNoLonger, signIn, waitsToSend } from "./support/anyone.ts";
import { writeEntry } from "./support/learner.ts";
import { demoPassword } from "./support/demo-ready.ts";
import { demoSchool, hand } from "./support/story.ts";

const school = await demoSchool();

const askToSignOut = async (page: Page): Promise<void> => {
  await goTo(page, "Me");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
};

const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []));

test("signing out with unsent work warns with the count, gives it as a file, and takes no for an answer", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "callum.r");
  await phone.offline(true);
  await writeEntry(page, "The only copy is on this phone.");
  await goTo(page, "Today");
  await waitsToSend(page);
  const [waiting] =
    /\d+ \w+(?= waiting)/.exec(await page.getByRole("main").page().locator("body").innerText()) ?? [];

  await askToSignOut(page);
  const dialog = page.getByRole("alertdialog");
  expect(waiting).toBe("1 entry");
  await sees(dialog, `${waiting} could not be sent`);
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the file" }).click();
  expect(await readFile(await (await saved).path(), "utf8")).toContain("The only copy is on this phone.");

  await dialog.getByRole("button", { name: "Cancel" }).click();
  await goTo(page, "My log");
  await sees(page, "The only copy is on this phone.");
  await phone.offline(false);
  await goTo(page, "Today");
  await allSent(page);
});

test("signing out with everything sent leaves nothing of the person, and nothing for the next", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "leah.m");
  await writeEntry(page, "Leah wrote this.");
  await goTo(page, "Today");
  await allSent(page);
  const hers = await databases(page);
  await askToSignOut(page);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await databases(page)).toEqual(hers.filter((name) => name === "waymark-device"));

  await signIn(phone, "kofi.m");
  await sees(page, "Hello, Kofi");
  await goTo(page, "My log");
  await seesNoLonger(page, "Leah wrote this.");
});

test("a device signed out from afar goes on writing, and sends once its person signs in again", async () => {
  const phone = await hand("phone", school, { statuses: [401] });
  const laptop = await hand("laptop", school);
  const page = await signIn(phone, "oliver.b");
  const other = await signIn(laptop, "oliver.b");
  await goTo(other, "Me");
  await other.getByRole("button", { name: "Sign it out" }).click();
  await sees(other, "Signed out");

  await writeEntry(page, "Nobody can stop me writing.");
  await goTo(page, "Today");
  await sees(page, "Can’t send: sign in again");
  await page.getByRole("link", { name: /sign in again/ }).click();
  await page.getByRole("link", { name: "Sign in again", exact: true }).click();
  await page.getByRole("textbox", { name: "Password" }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await sees(page, "Hello, Oliver");
  await allSent(page);
  await goTo(other, "My log");
  await sees(other, "Nobody can stop me writing.");
});
