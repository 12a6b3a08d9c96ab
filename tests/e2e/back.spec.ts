/** The browser's own ways between pages: Back undoes one step, and each page is where it was left, or at its top. */
import { expect, test } from "vitest";
import { goTo, sees, signIn } from "./support/anyone.ts";
import { demoSchool, hand } from "./support/story.ts";
import { openReview } from "./support/tutor.ts";

const school = await demoSchool();

test("a page opened by its address begins at its top, however far down the page before it was", async () => {
  const phone = await hand("phone", school);
  const page = await signIn(phone, "zainab.k");
  const scrolled = () => page.evaluate(() => window.scrollY);
  /** A page may still be growing, and is not yet long enough. */
  const scrollTo = async (y: number): Promise<void> => {
    await expect
      .poll(() =>
        page.evaluate((to) => {
          window.scrollTo(0, to);
          return window.scrollY;
        }, y),
      )
      .toBe(y);
  };
  await sees(page, "What others said");
  await scrollTo(400);
  await page.goto("/plan");
  await sees(page, "This is me");
  expect(await scrolled()).toBe(0);

  await scrollTo(600);
  await page.reload();
  await sees(page, "This is me");
  await expect.poll(scrolled).toBe(600);
});

test("the way on from a step of a review, tapped twice, is one step to go back", async () => {
  const tablet = await hand("tablet", school);
  const page = await signIn(tablet, "f.iqbal");
  await openReview(page, "Zainab Khan");
  await page.getByRole("button", { name: "Next: last targets" }).dblclick();
  await page.getByRole("heading", { name: "How did your last targets go?" }).waitFor();
  await page.goBack();
  const heading = page.getByRole("heading", { level: 1 });
  await expect.poll(() => heading.textContent()).toBe("What happened since last time?");
});

test("what was sought is still sought by whoever comes back, and by nobody who comes anew", async () => {
  const tablet = await hand("tablet", school);
  const page = await signIn(tablet, "t.ashworth");
  const box = page.getByRole("searchbox", { name: "Find a learner" });
  await box.fill("yusuf");
  await page.getByRole("link", { name: "Yusuf Demir" }).click();
  await page.getByRole("heading", { level: 1, name: "Yusuf Demir" }).waitFor();
  await page.goBack();
  await expect.poll(() => box.inputValue()).toBe("yusuf");
  expect(await page.getByRole("link", { name: /Ebony/ }).count()).toBe(0);
  await goTo(page, "Me");
  await goTo(page, "Caseload");
  await expect.poll(() => box.inputValue()).toBe("");
});
