/** Nobody needs a mouse or a finger: Tab, Enter, letters. */
import { test } from "vitest";
import { savedHere, sees, signIn } from "./support/anyone.ts";
import { tabTo } from "./support/keys.ts";
import { demoSchool, hand } from "./support/story.ts";

const school = await demoSchool();

test("a learner writes an entry with keys alone", async () => {
  const laptop = await hand("laptop", school);
  const page = await signIn(laptop, "ebony.c");
  await tabTo(page, page.getByRole("link", { name: "Write" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What did you do?" }).waitFor();
  await page.keyboard.type("Washed hair for two clients.");
  await savedHere(page);
  await tabTo(page, page.getByRole("button", { name: "Done", exact: true }));
  await page.keyboard.press("Enter");
  await sees(page, "Washed hair for two clients.");
});

test("a tutor opens a review from the caseload with keys alone", async () => {
  const laptop = await hand("laptop", school);
  const page = await signIn(laptop, "t.ashworth");
  await page.keyboard.press("/");
  await page.keyboard.type("Ebony");
  await tabTo(page, page.getByRole("row", { name: "Ebony Clarke" }).getByRole("link"));
  await page.keyboard.press("r");
  await page.getByRole("heading", { name: "What happened since last time?" }).waitFor();
  await tabTo(page, page.getByRole("textbox", { name: "Your words" }));
  await page.keyboard.type("She listens.");
  await savedHere(page);
  await tabTo(page, page.getByRole("button", { name: "Next: last targets" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "How did your last targets go?" }).waitFor();
});
