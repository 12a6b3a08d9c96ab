/** Whatever the screen called saved is there after the tab, or the whole browser, was killed in the middle of a word. */
import { expect, test } from "vitest";
import { holds, savedHere, sees, signIn, types } from "#tests/e2e/support/anyone.ts";
import { keepDiskBusy } from "#tests/e2e/support/busy-disk.ts";
import { killTab } from "#tests/e2e/support/device.ts";
import { beginEntry } from "#tests/e2e/support/learner.ts";
import { demoSchool, hand } from "#tests/e2e/support/story.ts";

const school = await demoSchool();

const saved = "We hung two doors. The second one closes with one finger";

test("a tab killed in mid-typing loses no word that was called saved", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "shanice.c");
  await phone.offline(true);
  await beginEntry(page);
  await types(page, "What did you do?", saved);
  await page.getByRole("textbox", { name: "What did you do?" }).press(" ");

  const fresh = await killTab(phone);
  await holds(fresh, "What did you do?", saved);
  await savedHere(fresh);
});

test("a browser killed in mid-typing loses no word that was called saved", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "ewa.k");
  await phone.offline(true);
  await beginEntry(page);
  await types(page, "What did you do?", saved);

  const fresh = await phone.restart("/log");
  await sees(fresh, saved);
  await sees(fresh, "Waiting to send");
});

test("[L6] a tab killed as soon as “Done” has led on keeps the words, and whom they are for", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "declan.o");
  await phone.offline(true);
  await beginEntry(page);
  await page.getByRole("textbox", { name: "What did you do?" }).pressSequentially(saved);
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.getByRole("heading", { name: "My log" }).waitFor();

  const fresh = await killTab(phone);
  const entry = fresh.getByRole("article").filter({ hasText: saved });
  await entry.waitFor();
  expect(await entry.innerText()).toContain("can see");
});

test("[L6] Back leads on once the words, and whom they are for, are kept, as “Done” does", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "kofi.m");
  await phone.offline(true);
  await beginEntry(page);
  const letGo = await keepDiskBusy(phone);
  await page.getByRole("textbox", { name: "What did you do?" }).pressSequentially(saved);
  await page.goBack();
  await page.getByText("Saving", { exact: true }).waitFor();
  await holds(page, "What did you do?", saved);
  await letGo();
  await page.getByRole("heading", { name: "My log" }).waitFor();

  const fresh = await killTab(phone);
  const entry = fresh.getByRole("article").filter({ hasText: saved });
  await entry.waitFor();
  expect(await entry.innerText()).toContain("can see");
});

test("whoever presses Back again does not wait for a disk that is busy, and their words follow", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "chantelle.b");
  await phone.offline(true);
  await beginEntry(page);
  const letGo = await keepDiskBusy(phone);
  await page.getByRole("textbox", { name: "What did you do?" }).pressSequentially(saved);
  await page.goBack();
  await page.getByText("Saving", { exact: true }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "My log" }).waitFor();
  await letGo();
  await sees(page.getByRole("article").filter({ hasText: "can see" }), saved);
});
