/** Every address opens without signal, also as the first thing after the device was off. */
import type { Page } from "playwright-core";
import { test } from "vitest";
import { goTo, sees, signIn } from "./support/anyone.ts";
import type { Device } from "./support/device.ts";
import { demoSchool, hand } from "./support/story.ts";
import { openLearner, openReview } from "./support/tutor.ts";

const school = await demoSchool();

/** Opens each address in a browser that was off, and waits for the words. */
async function opensEach(device: Device, pages: Readonly<Record<string, string>>): Promise<void> {
  await device.offline(true);
  for (const [path, words] of Object.entries(pages)) {
    await sees(await device.restart(path), words);
  }
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

test("a learner's addresses open after a restart without signal", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "zainab.k");
  await goTo(page, "My log");
  await page.getByRole("article").first().getByRole("link").click();
  await sees(page, "What people say");
  const entry = pathOf(page);
  await opensEach(phone, {
    "/today": "My targets now",
    "/log": "so far",
    [entry]: "What people say",
    "/plan": "This is me",
    "/me": "Who can see what",
    "/": "My targets now",
  });
});

test("a tutor's addresses open after a restart without signal", async () => {
  const tablet = await hand("tablet", school);
  const page = await signIn(tablet, "f.iqbal");
  await openLearner(page, "Zainab Khan");
  const learner = pathOf(page);
  await openReview(page, "Zainab Khan");
  const review = pathOf(page);
  await opensEach(tablet, {
    "/caseload": "Zainab Khan",
    [learner]: "Where they want to get to",
    [review]: "What happened since last time?",
    "/me": "My devices",
  });
});
