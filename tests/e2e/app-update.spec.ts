/** A new app never takes a word: it waits, says so, and comes when its person says so, with everything typed kept. */
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { goTo, holds, savedHere, sees, signIn, types } from "./support/anyone.ts";
import { sizes } from "./support/device.ts";
import { beginEntry } from "./support/learner.ts";
import { openReleases } from "./support/releases.ts";
import { demoSchool, hand } from "./support/story.ts";
import { Walk } from "./support/walk.ts";

/** A school whose operator can put out a next release. */
async function schoolWithReleases() {
  const releases = await openReleases();
  afterAll(() => releases.remove());
  return { releases, school: await demoSchool({ appIn: releases.folder }) };
}

const typedIn = await schoolWithReleases();
const freshlyFetched = await schoolWithReleases();

/** What the app does by itself every hour. */
const lookForNewApp = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).update());

/** Reloading with Shift held down: the page comes from the server, and no service worker stands before it. */
async function fetchAnew(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const loaded = page.waitForEvent("load");
  await session.send("Page.reload", { ignoreCache: true });
  await loaded;
}

const isNewApp = (page: Page): Promise<void> =>
  page.locator("html[data-release=next]").waitFor({ state: "attached" });

test("an update taken while two tabs are typed in keeps the words of both", async () => {
  const { releases, school } = typedIn;
  const phone = await hand("phone", school);
  const first = await signIn(phone, "maisie.t");
  await beginEntry(first);
  await types(first, "What did you do?", "Sanded the back rest.");
  const second = await phone.context().newPage();
  await second.goto("/log/new");
  await types(second, "What did you do?", "Drilled the legs.");

  await releases.putOutNext();
  await lookForNewApp(first);
  await sees(first, "A new Waymark is ready");
  await sees(second, "A new Waymark is ready");
  await first.getByRole("textbox", { name: "What did you do?" }).pressSequentially(" Twice");
  await second.getByRole("textbox", { name: "What did you do?" }).pressSequentially(" And glued");
  await second.getByRole("button", { name: "Use it now" }).click();

  await isNewApp(first);
  await isNewApp(second);
  await holds(first, "What did you do?", "Sanded the back rest. Twice");
  await holds(second, "What did you do?", "Drilled the legs. And glued");
  await savedHere(first);
  await first.getByRole("button", { name: "Done", exact: true }).click();
  await goTo(first, "My plan");
  await sees(first, "This is me");
});

test("a tab that was fetched past the kept app follows the next one, too", async () => {
  const { releases, school } = freshlyFetched;
  const phone = await hand("phone", school);
  const first = await signIn(phone, "maisie.t");
  const second = await phone.context().newPage();
  await second.goto("/plan");
  await fetchAnew(second);
  await sees(second, "This is me");
  expect(await second.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

  await releases.putOutNext();
  await lookForNewApp(first);
  const walk = new Walk(second);
  await walk.looksAt("a new app", "A new Waymark is ready");
  await second.setViewportSize(sizes.laptop);
  await walk.looksAt("a new app on a laptop", "A new Waymark is ready");
  expect(walk.found).toEqual([]);
  await first.getByRole("button", { name: "Use it now" }).click();
  await isNewApp(first);
  await isNewApp(second);
  await sees(second, "This is me");
});
