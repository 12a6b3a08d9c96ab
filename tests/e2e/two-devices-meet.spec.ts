/**
 * The main job, end to end: a school opens, a learner keeps a log on a phone, a tutor holds a review on a
 * tablet, neither has signal; when they do, in either order, both hold everything and both say so.
 */
import { test } from "vitest";
import { bringIn, printCodes, setUpSchool } from "./support/administrator.ts";
import { allSent, firstTime, goTo, sees, types, waitsToSend } from "./support/anyone.ts";
import { prepare, sayGoodAt, sayHowItGoes, writeEntry } from "./support/learner.ts";
import { oneRosterZip } from "./support/one-roster.ts";
import { freshServer, hand } from "./support/story.ts";
import { closeReview, goToStep, leaveReview, openReview, setTarget } from "./support/tutor.ts";

const csv = [
  "name,role,user name,tutors",
  "Isla Grant,learner,isla.g,Morag Bell",
  "Morag Bell,tutor,m.bell,",
].join("\r\n");
const [firstTarget, nextTarget] = ["I can saw to a line", "I can cut a housing joint"];

const orders = [
  { first: "phone", second: "tablet", kind: "OneRoster zip", list: oneRosterZip() },
  { first: "tablet", second: "phone", kind: "CSV file", list: csv },
] as const;

test.for(orders)(
  "from a $kind to both holding everything, when the $first meets the network before the $second",
  async ({ first, second, list }) => {
    const server = await freshServer();
    const laptop = await hand("laptop", server);
    await setUpSchool(laptop.page(), server);
    await bringIn(laptop.page(), list);
    const codeOf = await printCodes(laptop.page());

    const devices = { phone: await hand("phone", server), tablet: await hand("tablet", server) };
    const isla = await firstTime(devices.phone, await codeOf("Isla Grant"));
    const morag = await firstTime(devices.tablet, await codeOf("Morag Bell"));
    await sayGoodAt(isla, "Patience with wood");
    await goTo(isla, "Today");
    // Sent before the tablet's last round with signal, so that it is there when the signal is gone.
    await allSent(isla);
    await openReview(morag, "Isla Grant");
    await setTarget(morag, firstTarget);
    await closeReview(morag);
    await leaveReview(morag);
    await sees(isla, firstTarget);
    await sees(isla, "My next review");
    await allSent(morag);
    await devices.phone.offline(true);
    await devices.tablet.offline(true);

    await writeEntry(isla, "Cut six battens. Two were short.");
    await writeEntry(isla, "Measured twice. None were short.");
    await sayHowItGoes(isla, firstTarget, "Good");
    await prepare(isla, "Measure twice, cut once");
    await waitsToSend(isla);

    await openReview(morag, "Isla Grant");
    await goToStep(morag, "Last targets");
    await morag.getByRole("radio", { name: "Reached" }).click();
    await types(morag, "What made it go that way?", "She marks the waste side now.");
    await goToStep(morag, "The whole plan");
    await sees(morag, "Patience with wood");
    await types(morag, "How is it going, over all?", "She works with care.");
    await setTarget(morag, nextTarget);
    await closeReview(morag);
    await waitsToSend(morag);

    await devices[first].offline(false);
    await allSent(first === "phone" ? isla : morag);
    await devices[second].offline(false);
    await allSent(isla);
    await allSent(morag);

    await sees(morag, "Measure twice, cut once");
    await leaveReview(morag);
    await morag.getByRole("link", { name: /^All \d+ entr/ }).click();
    await sees(morag, "Cut six battens. Two were short.");
    await sees(morag, "Measured twice. None were short.");
    await sees(isla, nextTarget);
    await goTo(isla, "My plan");
    await sees(isla, "Reached");
  },
);
