/** Words that are on the screen and not yet on the disk, in the moment at which their page goes away. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { holds, savedHere, sees, signIn, types } from "#tests/e2e/support/anyone.ts";
import { keepDiskBusy } from "#tests/e2e/support/busy-disk.ts";
import type { Device } from "#tests/e2e/support/device.ts";
import { beginEntry } from "#tests/e2e/support/learner.ts";
import { demoSchool, hand } from "#tests/e2e/support/story.ts";

const school = await demoSchool();

const did = "What did you do?";
const first = "We hung two doors.";
const rest = " The second one closes with one finger.";

/** Types without waiting for anything to be saved. */
const typesOn = (page: Page, words: string): Promise<void> =>
  page.getByRole("textbox", { name: did }).pressSequentially(words);

/** The screen says that what was typed is on its way to the disk. */
const isSaving = (page: Page): Promise<void> =>
  page.locator("[data-saving=saving]").filter({ visible: true }).waitFor();

/** Closes the tab as its cross does, and says yes to whatever it asks; how often it asked. */
async function closeTab(page: Page, answer: "go" | "stay" = "go"): Promise<number> {
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked += 1;
    void (answer === "go" ? dialog.accept() : dialog.dismiss());
  });
  const settled = answer === "go" ? page.waitForEvent("close") : page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  await settled;
  return asked;
}

async function freshTab(device: Device, address: string): Promise<Page> {
  const page = await device.context().newPage();
  await page.goto(address);
  return page;
}

test("a tab closed while the disk is busy keeps every word that was typed in an entry, once", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "shanice.c");
  await beginEntry(page);
  await types(page, did, first);
  const address = page.url();
  const letGo = await keepDiskBusy(phone);
  await typesOn(page, rest);
  await isSaving(page);
  expect(await closeTab(page)).toBe(1);
  await letGo();

  const fresh = await freshTab(phone, address);
  const box = fresh.getByRole("textbox", { name: did });
  await expect.poll(() => box.inputValue()).toBe(first + rest);
  await savedHere(fresh);
});

test("a tab closed before the disk has taken the first letter of an entry keeps the entry", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "ewa.k");
  await beginEntry(page);
  const letGo = await keepDiskBusy(phone);
  await typesOn(page, first);
  await isSaving(page);
  await closeTab(page);
  await letGo();

  const fresh = await freshTab(phone, "/log");
  await sees(fresh, first);
  expect(await fresh.getByRole("article").filter({ hasText: first }).count()).toBe(1);
});

test("a slow phone that is reloaded in mid-word keeps the word", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "declan.o");
  const session = await phone.context().newCDPSession(page);
  await beginEntry(page);
  await types(page, did, first);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.getByRole("textbox", { name: did }).press("End");
  await page.keyboard.insertText(rest);
  await page.reload();
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await holds(page, did, first + rest);
});

test("nobody is asked to stay but while something typed is not yet saved", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "kofi.m");
  await beginEntry(page);
  await types(page, did, first);
  const letGo = await keepDiskBusy(phone);
  await typesOn(page, rest);
  await isSaving(page);
  expect(await closeTab(page, "stay")).toBe(1);
  await letGo();
  await savedHere(page);
  await holds(page, did, first + rest);
  expect(await closeTab(page)).toBe(0);
});
