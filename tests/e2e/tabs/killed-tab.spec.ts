/** Whatever the screen called saved is there after the tab, or the whole browser, was killed in the middle of a word. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { holds, savedHere, sees, signIn, types } from "#tests/e2e/support/anyone.ts";
import { keepDiskBusy } from "#tests/e2e/support/busy-disk.ts";
import { killTab } from "#tests/e2e/support/device.ts";
import type { Device } from "#tests/e2e/support/device.ts";
import { beginEntry } from "#tests/e2e/support/learner.ts";
import { demoSchool, hand } from "#tests/e2e/support/story.ts";

const school = await demoSchool();

const saved = "We hung two doors. The second one closes with one finger";

/** A learner's phone without signal, where an entry is begun. */
async function beginsOffline(userName: string): Promise<{ readonly phone: Device; readonly page: Page }> {
  const phone = await hand("phone", school);
  const page = await signIn(phone, userName);
  await phone.offline(true);
  await beginEntry(page);
  return { phone, page };
}

/** Types and presses Back while the disk takes nothing; lets go of the disk. */
async function goesBackOverABusyDisk(phone: Device, page: Page): Promise<() => Promise<void>> {
  const letGo = await keepDiskBusy(phone);
  await page.getByRole("textbox", { name: "What did you do?" }).pressSequentially(saved);
  await page.goBack();
  await page.getByText("Saving", { exact: true }).waitFor();
  return letGo;
}

/** The entry in the log of a new tab, after this one was killed. */
async function entryAfterKilling(phone: Device): Promise<string> {
  const fresh = await killTab(phone);
  const entry = fresh.getByRole("article").filter({ hasText: saved });
  await entry.waitFor();
  return entry.innerText();
}

test("a tab killed in mid-typing loses no word that was called saved", async () => {
  const { phone, page } = await beginsOffline("shanice.c");
  await types(page, "What did you do?", saved);
  await page.getByRole("textbox", { name: "What did you do?" }).press(" ");

  const fresh = await killTab(phone);
  await holds(fresh, "What did you do?", saved);
  await savedHere(fresh);
});

test("a browser killed in mid-typing loses no word that was called saved", async () => {
  const { phone, page } = await beginsOffline("ewa.k");
  await types(page, "What did you do?", saved);

  const fresh = await phone.restart("/log");
  await sees(fresh, saved);
  await sees(fresh, "Waiting to send");
});

test("[L6] a tab killed as soon as “Done” has led on keeps the words, and whom they are for", async () => {
  const { phone, page } = await beginsOffline("declan.o");
  await page.getByRole("textbox", { name: "What did you do?" }).pressSequentially(saved);
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.getByRole("heading", { name: "My log" }).waitFor();

  expect(await entryAfterKilling(phone)).toContain("can see");
});

test("[L6] Back leads on once the words, and whom they are for, are kept, as “Done” does", async () => {
  const { phone, page } = await beginsOffline("kofi.m");
  const letGo = await goesBackOverABusyDisk(phone, page);
  await holds(page, "What did you do?", saved);
  await letGo();
  await page.getByRole("heading", { name: "My log" }).waitFor();

  expect(await entryAfterKilling(phone)).toContain("can see");
});

test("whoever presses Back again does not wait for a disk that is busy, and their words follow", async () => {
  const { phone, page } = await beginsOffline("chantelle.b");
  const letGo = await goesBackOverABusyDisk(phone, page);
  await page.goBack();
  await page.getByRole("heading", { name: "My log" }).waitFor();
  await letGo();
  await sees(page.getByRole("article").filter({ hasText: "can see" }), saved);
});
