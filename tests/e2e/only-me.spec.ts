/** Taking back who sees an entry takes it off the tutor's device. */
import { expect, test } from "vitest";
import { allSent, goTo, sees, seesNoLonger, signIn, types } from "./support/anyone.ts";
import { beginEntry, writeEntry } from "./support/learner.ts";
import { demoSchool, hand } from "./support/story.ts";
import { openLearner } from "./support/tutor.ts";

const school = await demoSchool();

test("an entry switched to “Only me” leaves the tutor's tablet", async () => {
  const phone = await hand("phone", school);
  const tablet = await hand("tablet", school);
  const learner = await signIn(phone, "aaliyah");
  const tutor = await signIn(tablet, "f.iqbal");
  const words = "I shouted at the man next to me.";
  await writeEntry(learner, words);
  await openLearner(tutor, "Aaliyah");
  await sees(tutor, words);

  await learner.getByRole("link", { name: words }).click();
  await learner.getByRole("button", { name: /can see/ }).click();
  await learner.getByRole("dialog").getByRole("button", { name: "Only me" }).click();
  await sees(learner, "Now only you can see it");
  await goTo(learner, "Today");
  await allSent(learner);

  await seesNoLonger(tutor, words);
  await tutor.reload();
  await tutor.getByRole("heading", { level: 1, name: "Aaliyah" }).waitFor();
  await seesNoLonger(tutor, words);
});

test("two quick taps on who can see an entry open the question, and do not answer it", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "noor.h");
  await beginEntry(page);
  await types(page, "What did you do?", "Fed the goats.");
  const who = page.getByRole("button", { name: /can see/ });
  const place = await who.boundingBox();
  if (!place) throw new Error("Who can see it is out of sight.");
  const [x, y] = [place.x + place.width / 3, place.y + place.height / 2];
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
  const question = page.getByRole("dialog");
  await question.waitFor();
  await question.getByRole("button", { name: "Close" }).click();
  await who.waitFor();
  expect(await question.count()).toBe(0);
});
