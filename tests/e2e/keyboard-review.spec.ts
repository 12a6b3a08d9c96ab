/** A whole review, from its first step to its closing, and two answers in it: with keys alone. */
import type { Locator, Page } from "playwright-core";
import { test } from "vitest";
import { allSent, savedHere, sees, signIn } from "./support/anyone.ts";
import { tabTo } from "./support/keys.ts";
import { demoSchool, hand } from "./support/story.ts";
import { goToStep, openRecord, openReview } from "./support/tutor.ts";

const school = await demoSchool();

/** Goes to it with Tab and presses Enter. */
async function enters(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

test("a tutor goes through every step of a review and closes it with keys alone", async () => {
  const laptop = await hand("laptop", school);
  const page = await signIn(laptop, "t.ashworth");
  await openReview(page, "Ebony Clarke");
  const next = (step: string): Locator => page.getByRole("button", { name: `Next: ${step}` });
  await enters(page, next("last targets"));
  await tabTo(page, page.getByRole("radio", { name: "Reached" }).first());
  await page.keyboard.press("ArrowRight");
  await page.getByRole("radio", { name: "Partly", checked: true }).first().waitFor();
  await enters(page, next("the whole plan"));
  await tabTo(page, page.getByRole("textbox", { name: "How is it going, over all?" }));
  await page.keyboard.type("She listens.");
  await savedHere(page);
  await enters(page, next("new targets"));
  await enters(page, page.getByRole("button", { name: "Something else" }));
  await tabTo(page, page.getByRole("textbox", { name: "What is the target?" }));
  await page.keyboard.type("Weigh out three doses");
  await savedHere(page);
  await enters(page, page.getByRole("button", { name: "Done", exact: true }));
  await enters(page, next("support"));
  await enters(page, next("close and next date"));
  await enters(page, page.getByRole("button", { name: "Close the review" }));
  const dialog = page.getByRole("alertdialog");
  await enters(page, dialog.getByRole("button", { name: "Close the review" }));
  await sees(page, /^Closed/);
});

test("two answers in a review are settled with keys alone", async () => {
  const laptop = await hand("laptop", school);
  const tablet = await hand("tablet", school);
  const tutor = await signIn(tablet, "f.iqbal");
  const page = await signIn(laptop, "s.okoro");
  await openReview(tutor, "Zainab Khan");
  await allSent(tutor);
  await openRecord(page, "Zainab Khan");
  await page.getByRole("button", { name: /^Go on with/ }).click();
  await tablet.offline(true);
  await laptop.offline(true);
  await goToStep(tutor, "Last targets");
  await tutor.getByRole("radio", { name: "Reached" }).first().click();
  await goToStep(page, "Last targets");
  await page.getByRole("radio", { name: "Partly" }).first().click();
  await tablet.offline(false);
  await allSent(tutor);
  await laptop.offline(false);
  await sees(page, /chose Reached/);
  await enters(page, page.getByRole("button", { name: "Use Reached" }));
  await page.getByRole("radio", { name: "Reached", checked: true }).first().waitFor();
});
