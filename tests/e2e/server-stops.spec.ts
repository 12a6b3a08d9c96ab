/** The server goes away while people work, politely or not; what they wrote meanwhile is not lost. */
import { test } from "vitest";
import { allSent, goTo, sees, signIn, types, waitsToSend } from "./support/anyone.ts";
import { writeEntry } from "./support/learner.ts";
import { demoSchool, hand } from "./support/story.ts";
import { openReview } from "./support/tutor.ts";

const school = await demoSchool();

const endings = [
  { how: "is stopped", end: "stop", learner: "freya.l", name: "Freya Lindqvist" },
  { how: "dies", end: "kill", learner: "grace.o", name: "Grace Okafor" },
] as const;

test.for(endings)(
  "when the server $how while both work, both go on, and it has everything once it is back",
  async ({ how, end, learner: userName, name }) => {
    const phone = await hand("phone", school, { serverStops: true });
    const tablet = await hand("tablet", school, { serverStops: true });
    const learner = await signIn(phone, userName);
    const tutor = await signIn(tablet, "f.iqbal");

    await school[end]();
    await writeEntry(learner, `The saw stopped and so did the server: it ${how}.`);
    await goTo(learner, "Today");
    await waitsToSend(learner);
    await openReview(tutor, name);
    await types(tutor, "Your words", `We talked although it ${how}.`);
    await waitsToSend(tutor);

    await school.start();
    // Nobody waits for the next try: coming back to the app asks at once.
    await learner.evaluate(() => globalThis.dispatchEvent(new Event("focus")));
    await tutor.evaluate(() => globalThis.dispatchEvent(new Event("focus")));
    await allSent(learner);
    await allSent(tutor);
    await sees(tutor, `The saw stopped and so did the server: it ${how}.`);
    await learner.goto(tutor.url());
    await sees(learner, `We talked although it ${how}.`);
  },
);
