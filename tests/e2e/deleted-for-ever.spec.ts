/** Somebody takes their own words away for good: from their phone at once, and from everybody else's devices when those next meet. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { allSent, goTo, sees, seesNoLonger, signIn, types, waitsToSend } from "./support/anyone.ts";
import { everythingReadable } from "./support/kept.ts";
import { writeEntry } from "./support/learner.ts";
import { demoSchool, hand } from "./support/story.ts";
import { openLearner, openRecord } from "./support/tutor.ts";

const school = await demoSchool();

const words = "What I wrote about my family.";

/** Deletes for ever what is asked about. */
async function confirm(page: Page, question: string): Promise<void> {
  const dialog = page.getByRole("alertdialog", { name: question });
  await dialog.getByRole("button", { name: "Delete for ever" }).click();
  await dialog.waitFor({ state: "detached" });
}

test("[A18] a learner with no signal deletes an entry for ever: it is gone here, and from their tutor's tablet once both have met", async () => {
  const phone = await hand("phone", school);
  const learner = await signIn(phone, "aaliyah");
  await writeEntry(learner, words);
  await goTo(learner, "Today");
  await allSent(learner);
  const tablet = await hand("tablet", school);
  const tutor = await signIn(tablet, "f.iqbal");
  await openLearner(tutor, "Aaliyah");
  await tutor.getByRole("link", { name: words }).click();
  await types(tutor, "Say something to Aaliyah", "Thank you for telling me.");
  await allSent(tutor);
  expect(await everythingReadable(tutor)).toContain(words);

  await tablet.offline(true);
  await phone.offline(true);
  await goTo(learner, "My log");
  await learner.getByRole("link", { name: words }).click();
  await learner.getByRole("button", { name: "Remove" }).click();
  await learner.getByRole("button", { name: "Delete for ever" }).click();
  await sees(learner, "What other people said about it stays.");
  await confirm(learner, "Delete this entry for ever?");
  await seesNoLonger(learner, words);
  expect(await everythingReadable(learner)).not.toContain(words);
  await goTo(learner, "Today");
  await waitsToSend(learner);
  await learner.reload();
  await waitsToSend(learner);
  await goTo(learner, "My log");
  await seesNoLonger(learner, words);
  await sees(tutor, words);

  await phone.offline(false);
  await goTo(learner, "Today");
  await allSent(learner);
  await tablet.offline(false);
  await sees(tutor, "It may be deleted, or not shared with you any more.");
  await sees(tutor, "Thank you for telling me.");
  await allSent(tutor);
  await tutor.reload();
  await sees(tutor, "It may be deleted, or not shared with you any more.");
  for (const page of [learner, tutor]) expect(await everythingReadable(page)).not.toContain(words);
});

test("[A18] a coordinator deletes for ever what a tutor said, and the learner's phone lets go of it", async () => {
  const said = "Words that should not have been said.";
  const tablet = await hand("tablet", school);
  const tutor = await signIn(tablet, "f.iqbal");
  await openLearner(tutor, "Maisie");
  await types(tutor, "Say something to Maisie", said);
  await allSent(tutor);
  const phone = await hand("phone", school);
  const learner = await signIn(phone, "maisie.t");
  await sees(learner, said);

  const laptop = await hand("laptop", school);
  const coordinator = await signIn(laptop, "s.okoro");
  await openRecord(coordinator, "Maisie");
  await coordinator
    .getByRole("listitem")
    .filter({ hasText: said })
    .getByRole("button", { name: "Delete for ever" })
    .click();
  await sees(coordinator, /Write down who asked, and when/);
  await confirm(coordinator, "Delete for ever what Farida Iqbal said?");
  await seesNoLonger(coordinator, said);
  await allSent(coordinator);
  await seesNoLonger(learner, said);
  await seesNoLonger(tutor, said);
  await allSent(learner);
  for (const page of [coordinator, learner, tutor])
    expect(await everythingReadable(page)).not.toContain(said);
});
