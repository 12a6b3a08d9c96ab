/** Taking back who sees an entry takes it off the tutor's device. */
import { test } from "vitest";
import { allSent, goTo, sees, seesNoLonger, signIn } from "./support/anyone.ts";
import { writeEntry } from "./support/learner.ts";
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
