/** Staff read what is on a device only while it meets the server from time to time; what they wrote there waits unharmed. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { allSent, sees, seesNoLonger, signIn, types, waitsToSend } from "./support/anyone.ts";
import { demoSchool, hand } from "./support/story.ts";
import { openLearner } from "./support/tutor.ts";
import { Walk } from "./support/walk.ts";

const school = await demoSchool();
const dayMs = 86_400_000;

/** What this device's clock says from now on, also after a reload. */
const setClock = (page: Page, now: number): Promise<void> => page.clock.setSystemTime(now);

/** Opens the app anew, with no server in reach. */
async function opensAgain(page: Page): Promise<void> {
  await page.goto("/caseload");
}

test("[S14] a tablet that was away for 31 days locks, keeps what was written on it, and opens when it meets the server", async () => {
  const tablet = await hand("tablet", school);
  const page = await signIn(tablet, "t.ashworth");
  const metAt = Date.now();
  await tablet.offline(true);
  await openLearner(page, "Ebony Clarke");
  await types(page, "Say something to Ebony", "Well done with the new clients.");
  await waitsToSend(page);

  await setClock(page, metAt + 29 * dayMs);
  await opensAgain(page);
  await sees(page, "Ebony Clarke");

  await setClock(page, metAt + 31 * dayMs);
  await opensAgain(page);
  await page.getByRole("heading", { name: "Connect to read on" }).waitFor();
  await sees(page, "1 comment you wrote waits here to be sent.");
  await seesNoLonger(page, "Ebony Clarke");
  const walk = new Walk(page);
  await walk.looksAt("the lock", "Connect to read on");
  expect(walk.found).toEqual([]);
  await page.getByRole("button", { name: "Try now" }).click();
  await sees(page, "You need signal for this.");

  await setClock(page, metAt + dayMs);
  await opensAgain(page);
  await page.getByRole("heading", { name: "Connect to read on" }).waitFor();

  await setClock(page, metAt + 31 * dayMs);
  await opensAgain(page);
  await page.getByRole("heading", { name: "Connect to read on" }).waitFor();
  await tablet.offline(false);
  await sees(page, "Ebony Clarke");
  await allSent(page);

  const phone = await hand("phone", school);
  const learner = await signIn(phone, "ebony.c");
  await sees(learner, "Well done with the new clients.");
});

test("[S14] a learner's own phone opens without signal however long it was away", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "kofi.m");
  await phone.offline(true);
  await setClock(page, Date.now() + 400 * dayMs);
  await page.goto("/today");
  await sees(page, "Hello, Kofi");
});
