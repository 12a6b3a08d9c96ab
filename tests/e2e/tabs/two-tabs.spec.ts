/** One person with two tabs: both show what either writes. */
import { test } from "vitest";
import { allSent, goTo, holds, sees, signIn, types } from "#tests/e2e/support/anyone.ts";
import { beginEntry } from "#tests/e2e/support/learner.ts";
import { demoSchool, hand } from "#tests/e2e/support/story.ts";

const school = await demoSchool();

test("two tabs on one device both write in one entry, and both show it all", async () => {
  const phone = await hand("phone", school);
  const first = await signIn(phone, "jade.p");
  await beginEntry(first);
  await types(first, "What did you do?", "I primed the frame.");

  const second = await phone.context().newPage();
  await second.goto(first.url());
  await holds(second, "What did you do?", "I primed the frame.");
  await types(second, "What did you do?", " Then I sanded it.");
  await holds(first, "What did you do?", "I primed the frame. Then I sanded it.");
  await types(first, "What did you do?", " It shines.");
  await holds(second, "What did you do?", "I primed the frame. Then I sanded it. It shines.");

  await first.getByRole("button", { name: "Done", exact: true }).click();
  await sees(first, "It shines.");
  await goTo(first, "Today");
  await allSent(first);
});

test("when the tab that sends is closed, the other one sends", async () => {
  const phone = await hand("phone", school);
  const first = await signIn(phone, "chantelle.b");
  const second = await phone.context().newPage();
  await second.goto("/log/new");
  await first.close();
  await types(second, "What did you do?", "Only this tab is left to send it.");
  await second.getByRole("button", { name: "Done", exact: true }).click();
  await sees(second, "Only this tab is left to send it.");
  await goTo(second, "Today");
  await allSent(second);
});
