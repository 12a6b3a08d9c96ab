/** Two people who prepare and start one review without knowing of each other have one review. */
import { test } from "vitest";
import { allSent, holds, sees, signIn, types, waitsToSend } from "./support/anyone.ts";
import { prepare } from "./support/learner.ts";
import { demoSchool, hand } from "./support/story.ts";
import { leaveReview, openReview } from "./support/tutor.ts";

const school = await demoSchool();

test("[M3] a review that both prepare and start without signal is one review", async () => {
  const phone = await hand("phone", school);
  const tablet = await hand("tablet", school);
  const learner = await signIn(phone, "declan.o");
  const tutor = await signIn(tablet, "f.iqbal");
  await phone.offline(true);
  await tablet.offline(true);

  await prepare(learner, "I can cut a bevel and it fits");
  await waitsToSend(learner);
  await openReview(tutor, "Declan O’Brien");
  await types(tutor, "Your words", "He measures twice now.");

  await phone.offline(false);
  await allSent(learner);
  await tablet.offline(false);

  await sees(tutor, "I can cut a bevel and it fits");
  await holds(tutor, "Your words", "He measures twice now.");
  const address = new URL(tutor.url()).pathname;
  await allSent(tutor);
  await leaveReview(tutor);
  await tutor.getByRole("button", { name: "Go on with review 3" }).waitFor();

  await learner.goto(address);
  await sees(learner, "He measures twice now.");
});
