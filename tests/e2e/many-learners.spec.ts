/** A tutor of four hundred learners: all of them are on the tablet, found by name, and there without signal. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bringIn, printCodes, setUpSchool } from "./support/administrator.ts";
import { allSent, firstTime, sees } from "./support/anyone.ts";
import { freshServer, hand } from "./support/story.ts";
import { openLearner } from "./support/tutor.ts";

const names = Array.from(
  { length: 400 },
  (_, index) => `Learner Number${String(index + 1).padStart(3, "0")}`,
);
const list = [
  "name,role,tutors",
  "Morag Bell,tutor,",
  ...names.map((name) => `${name},learner,Morag Bell`),
].join("\n");

/** Opening somebody far down the list of people, and closing them, leaves the list where it was. */
async function staysInTheList(page: Page): Promise<void> {
  await page.getByRole("link", { name: "People" }).first().click();
  const last = page.getByRole("link", { name: "Learner Number400" });
  await last.scrollIntoViewIfNeeded();
  const scrolled = () => page.evaluate(() => window.scrollY);
  const before = await scrolled();
  expect(before).toBeGreaterThan(1000);
  await last.click();
  await page.getByRole("region", { name: "Learner Number400" }).waitFor();
  expect(await scrolled()).toBe(before);
  await page.getByRole("link", { name: "Close" }).click();
  await page.getByRole("region", { name: "Learner Number400" }).waitFor({ state: "detached" });
  expect(await scrolled()).toBe(before);
}

test("four hundred learners on one tablet", async () => {
  const server = await freshServer();
  const laptop = await hand("laptop", server);
  await setUpSchool(laptop.page(), server);
  await bringIn(laptop.page(), list);
  const codeOf = await printCodes(laptop.page());
  const code = await codeOf("Morag Bell");
  await staysInTheList(laptop.page());

  const tablet = await hand("tablet", server);
  const morag = await firstTime(tablet, code);
  await sees(morag, /^Everyone\s*400$/);
  const last = morag.getByRole("link", { name: "Learner Number400" });
  await last.click();
  await morag.getByRole("heading", { level: 1, name: "Learner Number400" }).waitFor();
  await morag.goBack();
  await last.waitFor();
  await expect.poll(async () => (await last.boundingBox())?.y).toBeLessThan(1180);
  await tablet.offline(true);
  await morag.reload();
  await morag.getByRole("searchbox", { name: "Find a learner" }).fill("number377");
  await openLearner(morag, "Learner Number377");
  await sees(morag, "No targets yet.");
  await tablet.offline(false);
  await allSent(morag);
});
