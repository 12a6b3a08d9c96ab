/** A private entry is opened when somebody is worried: the learner sees it, nobody else does, and nothing stays with who opened it. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { allSent, goTo, sees, seesNoLonger, signIn, types } from "./support/anyone.ts";
import { everythingKept } from "./support/kept.ts";
import { beginEntry, writeEntry } from "./support/learner.ts";
import { demoSchool, hand } from "./support/story.ts";
import { openLearner } from "./support/tutor.ts";

const school = await demoSchool();

const secret = "I do not feel safe at home.";
const reason = "Your teacher is worried about you.";

async function writeOnlyMe(page: Page, words: string): Promise<void> {
  await beginEntry(page);
  await types(page, "What did you do?", words);
  await page.getByRole("button", { name: /can see/ }).click();
  // By key: a second tap so soon, and so near, would be taken for one too many.
  await page.getByRole("dialog").getByRole("button", { name: "Only me" }).press("Enter");
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await sees(page, words);
}

async function openPrivate(lead: Page): Promise<void> {
  await lead.getByRole("searchbox", { name: "Find a learner" }).fill("aaliyah");
  await lead.getByRole("row", { name: "Aaliyah" }).getByRole("link").click();
  await sees(lead, "Aaliyah will see that you opened these, when, and why.");
  await lead.getByRole("textbox", { name: "Why are you opening them?" }).fill(reason);
  await lead.getByRole("button", { name: "Go on" }).click();
  await lead.getByRole("alertdialog").getByRole("button", { name: "Open them" }).click();
  await sees(lead, secret);
}

/** Tutor and coordinator hold neither the entry nor that it was opened. */
async function nobodyElseKnows(): Promise<void> {
  const tablet = await hand("tablet", school);
  const tutor = await signIn(tablet, "f.iqbal");
  await openLearner(tutor, "Aaliyah");
  await sees(tutor, "Swept the yard.");
  await seesNoLonger(tutor, secret);
  const laptop = await hand("laptop", school);
  const coordinator = await signIn(laptop, "s.okoro");
  await coordinator.getByRole("searchbox", { name: "Find a person" }).fill("aaliyah");
  await coordinator.getByRole("row", { name: "Aaliyah" }).getByRole("link").click();
  await coordinator.getByRole("button", { name: "Open their record" }).click();
  await coordinator.getByRole("heading", { level: 1, name: "Aaliyah" }).waitFor();
  for (const page of [tutor, coordinator]) {
    const kept = await everythingKept(page);
    expect(kept).toContain("Aaliyah");
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(reason);
    expect(kept).not.toContain("private-opened");
  }
}

test("a safeguarding lead opens what is “only me”: the learner's phone says so, and nobody else's", async () => {
  const phone = await hand("phone", school);
  const learner = await signIn(phone, "aaliyah");
  await writeEntry(learner, "Swept the yard.");
  await phone.offline(true);
  await writeOnlyMe(learner, secret);
  await sees(learner, "Waiting to send");
  await phone.offline(false);
  await learner.getByRole("link", { name: secret }).click();
  await learner.getByRole("button", { name: /Only me/ }).click();
  await sees(learner, "Morag Bell is the safeguarding lead here.");
  await learner.getByRole("button", { name: "Keep it only me" }).click();
  await goTo(learner, "Today");
  await allSent(learner);

  const laptop = await hand("laptop", school);
  const lead = await signIn(laptop, "m.bell");
  await openPrivate(lead);
  const kept = await everythingKept(lead);
  expect(kept).toContain("Morag Bell");
  expect(kept).not.toContain(secret);
  expect(kept).not.toContain("/api/");

  await sees(learner, "Your private entries were opened");
  await sees(learner, reason);
  await learner.getByRole("button", { name: "I have read this" }).click();
  await seesNoLonger(learner, reason);
  await goTo(learner, "Me");
  await sees(learner, reason);
  await goTo(learner, "My log");
  await learner.getByRole("link", { name: secret }).click();
  await sees(learner, /Morag Bell, safeguarding lead, opened this/);

  await goTo(lead, "Me");
  await seesNoLonger(lead, secret);
  await lead.goBack();
  await lead.getByRole("textbox", { name: "Why are you opening them?" }).waitFor();
  await seesNoLonger(lead, secret);
  await laptop.offline(true);
  await sees(lead, /You need signal for this/);
  expect(await lead.getByRole("button", { name: "Go on" }).isDisabled()).toBe(true);

  await nobodyElseKnows();
});
