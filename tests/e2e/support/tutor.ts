/** What a tutor does, from the caseload on. */
import type { Page } from "playwright-core";
import { goTo, types } from "./anyone.ts";

/** Opens a learner's page from the caseload. */
export async function openLearner(page: Page, name: string): Promise<void> {
  await goTo(page, "Caseload");
  await page.getByRole("row", { name }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Starts the learner's next review, or goes on with it. */
export async function openReview(page: Page, name: string): Promise<void> {
  await openLearner(page, name);
  await page.getByRole("button", { name: /^(Start|Go on with)/ }).click();
  await page.getByRole("heading", { name: "What happened since last time?" }).waitFor();
}

/** Leaves the review that is open for the learner's page. */
export const leaveReview = (page: Page): Promise<void> =>
  page.getByRole("link", { name: /^(Stop here for now|Back)$/ }).click();

/** Goes to one step of the review that is open. */
export const goToStep = (page: Page, step: string): Promise<void> =>
  page.getByRole("navigation", { name: "Steps of the review" }).getByRole("link", { name: step }).click();

/** Sets a new target in the review that is open. */
export async function setTarget(page: Page, what: string): Promise<void> {
  await goToStep(page, "New targets");
  await page.getByRole("button", { name: "Add a target" }).click();
  await types(page, "What is the target?", what);
  await page.getByRole("button", { name: "Done", exact: true }).click();
}

/** Closes the review that is open. */
export async function closeReview(page: Page): Promise<void> {
  await goToStep(page, "Close and next date");
  await page.getByRole("button", { name: "Close the review" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close the review" }).click();
  await page.getByText(/^Closed/).waitFor();
}

/** Opens the record of a learner one has no part in, as coordinators may. */
export async function openRecord(page: Page, name: string): Promise<void> {
  await goTo(page, "People");
  await page.getByRole("row", { name }).getByRole("link").click();
  await page.getByRole("button", { name: "Open their record" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}
