/** No screen puts a barrier in anybody's way, light or dark, from right to left, with large letters, at the size of the device it is used on. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bringIn, chooseFile, printCodes, setUpSchool } from "./support/administrator.ts";
import { allSent, firstTime, goTo, sees, signIn, types, waitsToSend } from "./support/anyone.ts";
import { sizes } from "./support/device.ts";
import type { Device } from "./support/device.ts";
import { beginEntry, writeEntry } from "./support/learner.ts";
import { demoSchool, freshServer, hand } from "./support/story.ts";
import { closeReview, goToStep, leaveReview, openLearner, openReview, openRecord } from "./support/tutor.ts";
import { Walk, notLookedAt } from "./support/walk.ts";

const school = await demoSchool();

/** The browser cleared what it kept of the app, and there is no signal to fetch it again. */
async function forgetsTheApp(device: Device): Promise<void> {
  const page = device.page();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  const session = await device.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await device.offline(true);
}

test("nothing is in the way on a visitor's screens", async () => {
  const phone = await hand("phone", school, { statuses: [404, 400, 401, 403] });
  const walk = new Walk(phone.page());
  await walk.opens("/sign-in", "User name");
  await walk.press("Sign in");
  await walk.looksAt("Type your user name.");
  await walk.page.getByRole("textbox", { name: "User name" }).fill("nobody");
  await walk.page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await walk.press("Sign in");
  await walk.looksAt("a wrong password", /is not right/);
  await walk.opens("/code", "Your code");
  await walk.page.getByRole("textbox", { name: "Your code" }).fill("not-a-code");
  await walk.press("Next");
  await walk.looksAt("a wrong code", "That code is not right");
  await walk.opens("/no-such-page", "This page is not here");
  await walk.opens("/set-up", "This has been set up already");
  expect(walk.found).toEqual([]);
});

test("nothing is in the way on a learner's screens", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "maisie.t");
  const walk = new Walk(page);
  await walk.opens("/today", "My targets now");
  await walk.opens("/log", "so far");
  await page.getByRole("article").first().getByRole("link").click();
  await walk.looksAt("an entry", "What people say");
  await page.goto(`${new URL(page.url()).pathname}/write`);
  await walk.looksAt("changing an entry", "Is it for a target?");
  await walk.opens("/log/log-entry_none", "This entry is not on this device.");
  await walk.opens("/plan", "This is me");
  await walk.looksAtPaper("my plan");
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
  expect(walk.found).toEqual([]);
});

test("nothing is in the way on what a learner's screens open, nor without signal", async () => {
  const phone = await hand("phone", school, { statuses: [401, 403] });
  const page = await signIn(phone, "declan.o");
  const walk = new Walk(page);
  await goTo(page, "My log");
  await walk.press("Find");
  await walk.looksAt("finding in the log", "My log");
  await page.getByRole("searchbox", { name: "Find in my log" }).fill("xylophone");
  await walk.looksAt("nothing found", /^Nothing found/);
  await page.goto("/log");
  await page.getByRole("article").first().getByRole("link").click();
  await page.getByRole("textbox", { name: "Say something" }).click();
  await walk.looksAt("saying something", "will see it, as you write");
  await types(page, "Say something", "It fits.");
  await page.goto(page.url());
  await walk.looksAt("something said", "It fits.");
  await walk.press(/can see|Only me/);
  await walk.looksAt("who sees an entry", "A copy is kept");
  await walk.closesDialog();
  await walk.press("Remove");
  await walk.looksAt("an entry removed, with the way back", "You removed this entry.");
  const removed = new URL(page.url()).pathname;
  await walk.press("Delete for ever");
  await walk.looksAt("deleting an entry for ever", /Nobody can bring them back/);
  await walk.press("Keep it");
  await walk.opens("/log/removed", "They are kept.");
  await page.goto(removed);
  await walk.press("Bring it back");
  await page.goto("/me");
  await walk.press("Change my password");
  await walk.press("Change it");
  await walk.looksAt("changing a password", "Your new password");
  await walk.closesDialog();
  await walk.press("Sign out");
  await walk.looksAt("Sign out of this device?");
  await walk.closesDialog();

  await phone.offline(true);
  await beginEntry(page);
  await walk.looksAt("a new entry", "What did you do?");
  await types(page, "What did you do?", "Cut a joint.");
  await walk.looksAt("an entry begun", "Saved on this phone");
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await goTo(page, "Today");
  await waitsToSend(page);
  await walk.looksAt("something waits", "1 entry waiting");
  await page.getByRole("link", { name: /1 entry waiting/ }).click();
  await walk.looksAt("what waits", "No signal here.");
  await goTo(page, "Me");
  await walk.looksAt("oneself without signal", "You can see your devices when you have signal.");
  await walk.press("Sign out");
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
  await walk.looksAt("signing out with unsent words", /could not be sent$/);
  expect(walk.found).toEqual([]);
});

test("nothing is in the way on a page that broke, nor on how to put the app on the home screen", async () => {
  const phone = await hand("phone", school, { breaks: true });
  const page = await signIn(phone, "jade.p");
  const walk = new Walk(page);
  await walk.opens("/me", "Put it on my home screen");
  await page.evaluate(() => {
    const offer = new Event("beforeinstallprompt", { cancelable: true });
    window.dispatchEvent(Object.assign(offer, { prompt: () => Promise.resolve() }));
  });
  await walk.looksAt("an offer to install", "Put it there");
  await page.goto("/today");
  await sees(page, "Hello, Jade");
  await forgetsTheApp(phone);
  await goTo(page, "My plan");
  await walk.looksAt("a page that broke", "Something broke on this page");
  await page.setViewportSize(sizes.laptop);
  await walk.looksAt("a page that broke on a laptop", "Something broke on this page");
  expect(walk.found).toEqual([]);
});

test("nothing is in the way on a tutor's screens", async () => {
  const tablet = await hand("tablet", school);
  const page = await signIn(tablet, "f.iqbal");
  const walk = new Walk(page);
  await walk.opens("/caseload", "Maisie Thornton");
  await page.getByRole("searchbox", { name: "Find a learner" }).fill("xylophone");
  await walk.looksAt("nobody found", "Show everyone");
  await walk.press("Show everyone");
  await openLearner(page, "Zainab Khan");
  await walk.looksAt("a learner", "Where they want to get to");
  await walk.looksAtPaper("a learner");
  const learner = new URL(page.url()).pathname;
  await walk.press("Open the plan");
  await walk.looksAt("a learner's plan", "This is me");
  await walk.opens(`${learner}?part=log`, "Zainab Khan");
  await walk.opens(`${learner}?target=new`, "What is the target?");
  await walk.opens("/learner/learner_none", "Caseload");
  await walk.opens("/me", "My devices");
  await page.setViewportSize({ width: 1440, height: 900 });
  await walk.opens("/caseload", "Maisie Thornton");
  await walk.opens(learner, "Where they want to get to");
  expect(walk.found).toEqual([]);
});

test("nothing is in the way in a review, step by step", async () => {
  const tablet = await hand("tablet", school);
  const page = await signIn(tablet, "t.ashworth");
  const walk = new Walk(page);
  await openReview(page, "Ebony Clarke");
  await walk.looksAt("since last time", "What happened since last time?");
  for (const step of ["Last targets", "The whole plan", "New targets", "Support"]) {
    await goToStep(page, step);
    await walk.looksAt(step);
  }
  await goToStep(page, "New targets");
  await walk.press("Something else");
  await types(page, "What is the target?", "Rinse without soaking anybody");
  await walk.press("Add a step");
  await walk.looksAt("a new target with a step", "Add a step");
  await goToStep(page, "Close and next date");
  await walk.looksAt("closing", "Who is here?");
  await page.getByRole("button", { name: "Close the review" }).click();
  await page.getByRole("alertdialog").waitFor();
  await walk.looksAt("asked whether to close", "Close the review");
  await walk.closesDialog();
  await closeReview(page);
  await walk.looksAt("a closed review", /^Closed/);
  await walk.looksAtPaper("a closed review");
  await leaveReview(page);
  expect(walk.found).toEqual([]);
});

test("nothing is in the way of settling two answers, for those who gave them and for the learner they are about", async () => {
  const tablet = await hand("tablet", school);
  const laptop = await hand("laptop", school);
  const tutor = await signIn(tablet, "f.iqbal");
  const coordinator = await signIn(laptop, "s.okoro");
  await openReview(tutor, "Callum Reid");
  await allSent(tutor);
  await openRecord(coordinator, "Callum Reid");
  await coordinator.getByRole("button", { name: /^Go on with/ }).click();
  const choose = async (page: Page, outcome: string): Promise<void> => {
    await goToStep(page, "Last targets");
    await page.getByRole("radio", { name: outcome }).first().click();
    await sees(page, /1 review waiting/);
  };
  await tablet.offline(true);
  await laptop.offline(true);
  await choose(tutor, "Reached");
  await choose(coordinator, "Partly");
  await tablet.offline(false);
  await allSent(tutor);
  await laptop.offline(false);
  await sees(coordinator, /You chose Partly|chose Reached/);
  await allSent(coordinator);

  const phone = new Walk(await signIn(await hand("phone", school), "callum.r"));
  await phone.page.goto("/plan");
  await phone.page.locator("a[href^='/settle/']").first().click();
  await phone.looksAt("two answers of others", "They could not see each other’s answer.");
  const wide = new Walk(coordinator);
  await wide.looksAt("two answers in a review", "chose Reached");
  await wide.opens(new URL(phone.page.url()).pathname, "Keep Partly");
  expect([...phone.found, ...wide.found]).toEqual([]);
});

test("nothing is in the way on the screens of staff elsewhere, nor of an administrator", async () => {
  const phone = new Walk(await signIn(await hand("phone", school), "g.pugh"));
  await phone.looksAt("a provider's learners", "Caseload");
  await openLearner(phone.page, "Declan O’Brien");
  await phone.looksAt("a provider's learner", "Where they want to get to");
  const tablet = new Walk(await signIn(await hand("tablet", school), "p.nair"));
  await tablet.looksAt("an administrator's people", "Maisie Thornton");
  await tablet.opens("/caseload", "Go to People");
  expect([...phone.found, ...tablet.found]).toEqual([]);
});

test("nothing is in the way on a coordinator's screens", async () => {
  const laptop = await hand("laptop", school);
  const page = await signIn(laptop, "s.okoro");
  const walk = new Walk(page);
  await walk.opens("/people", "Maisie Thornton");
  await page.getByRole("row", { name: "Maisie Thornton" }).getByRole("link").click();
  await walk.looksAt("a person", "Tutors and teaching team");
  await walk.press("Give a tutor");
  await walk.looksAt("giving a tutor", "As what?");
  await walk.closesDialog();
  await walk.press("Add");
  await walk.looksAt("adding somebody", "What are they?");
  await walk.closesDialog();
  await walk.press("New code");
  await walk.looksAt("a code for one person", "Sign-in codes");
  await page.goto("/people");
  await walk.press("Reviews and targets");
  await walk.looksAt("reviews and targets", "Next review");
  await openRecord(page, "Maisie Thornton");
  await walk.looksAt("a record opened by name", "Where they want to get to");
  await walk.opens("/roster", "Bring in people from a file");
  await laptop.offline(true);
  await page.goto("/people");
  await walk.looksAt("people without signal", /needs signal/);
  expect(walk.found).toEqual([]);
});

test("nothing is in the way on the screens of a school that begins", async () => {
  const server = await freshServer();
  const laptop = await hand("laptop", server);
  const page = laptop.page();
  const walk = new Walk(page);
  await walk.opens("/set-up", "Where would you like to start?");
  await walk.press("Set up");
  await walk.press("Go on: bring in people");
  await walk.looksAt("what is missing", "Fill this in");
  await walk.press("Back");
  await setUpSchool(page, server);
  await walk.looksAt("bringing in", "Bring in people from a file");
  await chooseFile(page, "name,role,tutors\nIsla Grant,learner,Morag Bell\nMorag Bell,tutor,\n,learner,\n");
  await walk.looksAt("a list with something to look at", /thing.* to look at/);
  await page.goto("/roster");
  await bringIn(page, "name,role,tutors\nIsla Grant,learner,Morag Bell\nMorag Bell,tutor,\n");
  await walk.looksAt("They are in");
  const codeOf = await printCodes(page);
  await walk.looksAt("codes", "Sign-in codes");
  await walk.looksAtPaper("codes");

  const phone = new Walk(await firstTime(await hand("phone", server), await codeOf("Isla Grant")));
  await phone.looksAt("an empty Today", "Your trail starts here");
  await phone.opens("/log", "Put down your first stone");
  await phone.opens("/plan", "Nothing here yet.");
  await writeEntry(phone.page, "My first day.");
  const tablet = new Walk(await firstTime(await hand("tablet", server), await codeOf("Morag Bell")));
  await openLearner(tablet.page, "Isla Grant");
  await tablet.looksAt("an empty learner", "No targets yet.");
  expect([...walk.found, ...phone.found, ...tablet.found]).toEqual([]);
});

test("nothing is in the way on a safeguarding lead's screens, nor on what the learner is told", async () => {
  const laptop = await hand("laptop", school);
  const page = await signIn(laptop, "m.bell");
  const walk = new Walk(page);
  await walk.looksAt("a lead's learners", "Callum Reid");
  await page.getByRole("searchbox", { name: "Find a learner" }).fill("xylophone");
  await walk.looksAt("nobody found", "Nobody here fits");
  await page.getByRole("searchbox", { name: "Find a learner" }).fill("callum");
  await page.getByRole("row", { name: "Callum Reid" }).getByRole("link").click();
  await walk.looksAt("before opening", "What happens");
  await page.getByRole("textbox", { name: "Why are you opening them?" }).fill("We are worried.");
  await walk.press("Go on");
  await walk.looksAt("being sure", "This cannot be undone.");
  await page.getByRole("alertdialog").getByRole("button", { name: "Open them" }).click();
  await walk.looksAt("private entries", /^Opened/);
  await page.setViewportSize({ width: 360, height: 740 });
  await walk.looksAt("private entries on a phone", /^Opened/);
  const phone = await hand("phone", school);
  const told = new Walk(await signIn(phone, "callum.r"));
  await told.looksAt("that they were opened", "I have read this");
  expect([...walk.found, ...told.found]).toEqual([]);
});

test("every address of the app was looked at", () => {
  expect(notLookedAt()).toEqual([]);
});
