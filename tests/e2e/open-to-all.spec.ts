/** No screen puts a barrier in anybody's way, light or dark, at the size of the device it is used on. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bringIn, printCodes, setUpSchool } from "./support/administrator.ts";
import { firstTime, goTo, sees, signIn, types } from "./support/anyone.ts";
import { barriers } from "./support/barriers.ts";
import { beginEntry } from "./support/learner.ts";
import { demoSchool, freshServer, hand } from "./support/story.ts";
import { closeReview, goToStep, leaveReview, openLearner, openReview } from "./support/tutor.ts";

const school = await demoSchool();

/** Goes from screen to screen and collects what is in the way on each. */
class Walk {
  readonly found: string[] = [];
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Looks at the screen once these words are on it. */
  async looksAt(screen: string, words: string | RegExp = screen): Promise<void> {
    await sees(this.page, words);
    this.found.push(...(await barriers(this.page, screen)));
  }

  async opens(path: string, words: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await this.looksAt(path, words);
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole("button", { name }).or(this.page.getByRole("link", { name })).first().click();
  }
}

test("a visitor's screens", async () => {
  const phone = await hand("phone", school, { statuses: [404, 400, 401, 403] });
  const walk = new Walk(phone.page());
  await walk.opens("/sign-in", "User name");
  await walk.press("Sign in");
  await walk.looksAt("Type your user name.");
  await walk.opens("/code", "Your code");
  await walk.opens("/no-such-page", "This page is not here");
  expect(walk.found).toEqual([]);
});

test("a learner's screens", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "maisie.t");
  const walk = new Walk(page);
  await walk.opens("/today", "My targets now");
  await walk.opens("/log", "so far");
  await walk.press("Find");
  await page.getByRole("searchbox", { name: "Find in my log" }).waitFor();
  await walk.looksAt("finding in the log", "My log");
  await page.getByRole("article").first().getByRole("link").click();
  await walk.looksAt("an entry", "What people say");
  await walk.press(/can see|Only me/);
  await walk.looksAt("who sees an entry", "A copy is kept");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Say something" }).click();
  await walk.looksAt("saying something", "will see it, as you write");
  await page.keyboard.press("Escape");
  await beginEntry(page);
  await walk.looksAt("a new entry", "What did you do?");
  await types(page, "What did you do?", "Cut a joint.");
  await walk.looksAt("an entry begun", "Saved on this phone");
  await walk.opens("/plan", "This is me");
  await walk.opens("/plan?change=me", "I am good at");
  await walk.opens("/plan?change=destination", "I want to get to");
  await walk.opens("/plan/target/new", "What is the target?");
  await goTo(page, "Today");
  await walk.press("See this target");
  await walk.looksAt("a target", "How is it going?");
  await goTo(page, "Today");
  await walk.press(/Get ready|Look again/);
  await sees(page, /^Part \d of 4$/);
  const prepare = new URL(page.url()).pathname;
  for (const part of ["since-last-time", "last-targets", "proud-and-hard", "what-next"])
    await walk.opens(`${prepare}?part=${part}`, /^Part \d of 4$/);
  await walk.opens(prepare.replace("prepare", "review"), /What happened|not here/);
  await walk.opens("/saved", "Nothing is waiting.");
  await walk.opens("/me", "My devices");
  await walk.press("Change my password");
  await walk.looksAt("changing a password", "Your new password");
  await page.keyboard.press("Escape");
  await walk.press("Sign out");
  await walk.looksAt("Sign out of this device?");
  expect(walk.found).toEqual([]);
});

test("a tutor's screens", async () => {
  const tablet = await hand("tablet", school);
  const page = await signIn(tablet, "f.iqbal");
  const walk = new Walk(page);
  await walk.opens("/caseload", "Maisie Thornton");
  await openLearner(page, "Zainab Khan");
  await walk.looksAt("a learner", "Where they want to get to");
  const learner = new URL(page.url()).pathname;
  await walk.press("Open the plan");
  await walk.looksAt("a learner's plan", "This is me");
  await walk.opens(`${learner}?part=log`, "Zainab Khan");
  await walk.opens(`${learner}?target=new`, "What is the target?");
  await openReview(page, "Zainab Khan");
  await walk.looksAt("since last time", "What happened since last time?");
  for (const step of ["Last targets", "The whole plan", "New targets", "Support"]) {
    await goToStep(page, step);
    await walk.looksAt(step);
  }
  await goToStep(page, "Close and next date");
  await walk.looksAt("closing", "Who is here?");
  await closeReview(page);
  await walk.looksAt("a closed review", /^Closed/);
  await leaveReview(page);
  await walk.opens("/me", "My devices");
  await page.setViewportSize({ width: 1440, height: 900 });
  await walk.opens("/caseload", "Maisie Thornton");
  await walk.opens(learner, "Where they want to get to");
  expect(walk.found).toEqual([]);
});

test("a coordinator's screens", async () => {
  const laptop = await hand("laptop", school);
  const page = await signIn(laptop, "s.okoro");
  const walk = new Walk(page);
  await walk.opens("/people", "Maisie Thornton");
  await page.getByRole("row", { name: "Maisie Thornton" }).getByRole("link").click();
  await walk.looksAt("a person", "Tutors and teaching team");
  await walk.press("Give a tutor");
  await walk.looksAt("giving a tutor", "As what?");
  await page.keyboard.press("Escape");
  await walk.press("Add");
  await walk.looksAt("adding somebody", "What are they?");
  await page.keyboard.press("Escape");
  await walk.press("Reviews and targets");
  await walk.looksAt("reviews and targets", "Next review");
  await walk.opens("/roster", "Bring in people from a file");
  expect(walk.found).toEqual([]);
});

test("the screens of a school that begins", async () => {
  const server = await freshServer();
  const laptop = await hand("laptop", server);
  const walk = new Walk(laptop.page());
  await walk.opens("/set-up", "Where would you like to start?");
  await setUpSchool(laptop.page(), server);
  await walk.looksAt("bringing in", "Bring in people from a file");
  await bringIn(laptop.page(), "name,role,tutors\nIsla Grant,learner,Morag Bell\nMorag Bell,tutor,\n");
  const codeOf = await printCodes(laptop.page());
  await walk.looksAt("codes", "Sign-in codes");

  const phone = new Walk(await firstTime(await hand("phone", server), await codeOf("Isla Grant")));
  await phone.looksAt("an empty Today", "Your trail starts here");
  await phone.opens("/log", "Put down your first stone");
  await phone.opens("/plan", "Nothing here yet.");
  const tablet = new Walk(await firstTime(await hand("tablet", server), await codeOf("Morag Bell")));
  await openLearner(tablet.page, "Isla Grant");
  await tablet.looksAt("an empty learner", "No targets yet.");
  expect([...walk.found, ...phone.found, ...tablet.found]).toEqual([]);
});
