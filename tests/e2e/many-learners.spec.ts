/** A tutor of four hundred learners: all of them are on the tablet, found by name, and there without signal. */
import { expect, test } from "vitest";
import { bringIn, printCodes, setUpSchool } from "./support/administrator.ts";
import { allSent, firstTime, sees } from "./support/anyone.ts";
import { freshServer, hand } from "./support/story.ts";
import { openLearner } from "./support/tutor.ts";

const names = Array.from(
  { length: 400 },
  (_, index) => `Learner Number${String(index + 1).padStart(3, "0")}`,
);
const list = [
  "name,role,tutors",
  "Morag Bell,tutor,",
  ...names.map((name) => `${name},learner,Morag Bell`),
].join("\n");

test("four hundred learners on one tablet", async () => {
  const server = await freshServer();
  const laptop = await hand("laptop", server);
  await setUpSchool(laptop.page(), server);
  await bringIn(laptop.page(), list);
  const codeOf = await printCodes(laptop.page());

  const tablet = await hand("tablet", server);
  const morag = await firstTime(tablet, await codeOf("Morag Bell"));
  await sees(morag, /^Everyone\s*400$/);
  const last = morag.getByRole("link", { name: "Learner Number400" });
  await last.click();
  await morag.getByRole("heading", { level: 1, name: "Learner Number400" }).waitFor();
  await morag.goBack();
  await last.waitFor();
  await expect.poll(async () => (await last.boundingBox())?.y).toBeLessThan(1180);
  await tablet.offline(true);
  await morag.reload();
  await morag.getByRole("searchbox", { name: "Find a learner" }).fill("number377");
  await openLearner(morag, "Learner Number377");
  await sees(morag, "No targets yet.");
  await tablet.offline(false);
  await allSent(morag);
});
