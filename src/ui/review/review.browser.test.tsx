import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { createState, mergeStates } from "#model/record/record.ts";
import { contributionIdOf, reviewIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import { day } from "#model/time.ts";
import { freeze } from "#model/views/review/frozen-content.ts";
import { reviewContent } from "#model/views/review/review-content.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { held, iqbal, iqbalsAccount, maisiesPerson, school } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { seededRandom } from "#tests/support/seeded-random.ts";

const maisie = learnerOfPerson(maisiesPerson);
const review = reviewIdOf({ learner: maisie, series: school });
const started = held("review", (draft) => draft.set("series", school), { id: review });
const joint = held("target", (draft) => {
  draft.type("what", "Cut a housing joint on my own");
  draft.set("strand", "vocational");
  draft.set("dueOn", day("2030-12-10"));
  draft.set("place", "a0");
});
const target = joint.envelope.id as `target_${string}`;
const prepared = held(
  "contribution",
  (draft) => {
    draft.set("review", review);
    draft.type("learned", "I can mark both sides.");
  },
  { by: maisiesPerson, id: contributionIdOf(review, maisiesPerson) },
);

/** The outcome as two devices without a connection left it. */
function twoAnswers(): HeldRecord {
  const random = seededRandom(3);
  const chosenBy = (person: typeof iqbal, outcome: TargetResult) =>
    createState(
      kindOf("target-outcome"),
      (draft) => {
        draft.set("review", review);
        draft.set("target", target);
        draft.set("series", school);
        draft.set("outcome", outcome);
      },
      { person, random },
    );
  const record = held("target-outcome", () => undefined, { id: targetOutcomeIdOf(review, target) });
  return { ...record, state: mergeStates(chosenBy(iqbal, "partly"), chosenBy(maisiesPerson, "reached")) };
}

const open = (step: string, records: readonly HeldRecord[] = []) =>
  openScreens(`/review/${review}?step=${step}`, [started, joint, prepared, ...records], iqbalsAccount);

const press = async (name: string): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

const closeIt = async (): Promise<void> => {
  await press("Close the review");
  const asked = await screen.findByRole("alertdialog");
  await userEvent.click(within(asked).getByRole("button", { name: "Close the review" }));
  await screen.findByText(/^Closed/);
};

test("[R5] the learner's own words stand first in the review", async () => {
  await open("since");
  const words = await screen.findByText(/I can mark both sides/);
  expect(words).toBeVisible();
  const mine = await screen.findByRole("textbox", { name: "Your words" });
  expect(words.compareDocumentPosition(mine) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test("[R6] an outcome chosen with no signal is kept, and stands there after a reload", async () => {
  const device = await open("targets");
  device.server.cut(true);
  await userEvent.click(await screen.findByRole("radio", { name: "Partly" }));
  await userEvent.type(screen.getByRole("textbox", { name: "What made it go that way?" }), "One gap.");
  expect(await screen.findByText("1 of 1 talked about")).toBeVisible();
  await device.reload(`/review/${review}?step=targets`);
  expect(await screen.findByRole("radio", { name: "Partly" })).toBeChecked();
  expect(screen.getByRole("textbox", { name: "What made it go that way?" })).toHaveValue("One gap.");
});

test("[M4] two answers are both readable with who gave them, and one press settles them", async () => {
  await open("targets", [twoAnswers()]);
  expect(await screen.findByRole("heading", { name: /Farida Iqbal chose Partly/ })).toBeVisible();
  expect(screen.getByRole("heading", { name: /Maisie Thornton chose Reached/ })).toBeVisible();
  await press("Use Reached");
  await waitFor(() => expect(screen.getByRole("radio", { name: "Reached" })).toBeChecked());
  expect(screen.queryByText(/chose Partly/)).toBeNull();
});

test("[R2] closing freezes what stood there: words changed afterwards are shown as added, beside the first ones", async () => {
  const device = await open("since");
  device.server.cut(true);
  await userEvent.type(await screen.findByRole("textbox", { name: "Your words" }), "On time every day.");
  await userEvent.click(screen.getByRole("link", { name: /Close and next date/ }));
  await closeIt();
  expect(screen.getByText(/On time every day/, { selector: "blockquote" })).toBeVisible();
  expect(screen.queryByRole("radio")).toBeNull();

  const mine = await screen.findByRole("textbox", { name: "Add to this review" });
  await userEvent.clear(mine);
  await userEvent.type(mine, "And calmer.");
  expect(await screen.findByRole("heading", { name: "Added meanwhile" })).toBeVisible();
  expect(screen.getByText(/On time every day/, { selector: "blockquote" })).toBeVisible();
  expect(await screen.findByText(/And calmer\./, { selector: "blockquote" })).toBeVisible();
});

test("[R4] a closed review goes by its day until the server has given it a number", async () => {
  const device = await open("close");
  device.server.cut(true);
  await closeIt();
  expect(screen.getByRole("heading", { level: 1, name: /^Review of/ })).toBeVisible();
  expect(screen.getByText(/Its number comes when this has been sent/)).toBeVisible();
});

test("a target is set in the review from its first keystroke, and is there after a reload", async () => {
  const device = await open("new");
  await press("Add a target");
  await userEvent.type(
    await screen.findByRole("textbox", { name: "What is the target?" }),
    "I can read a timetable",
  );
  await waitFor(() => expect(screen.getByText("1 target set")).toBeVisible());
  await device.reload(`/review/${review}?step=new`);
  expect(await screen.findByRole("heading", { name: "I can read a timetable" })).toBeVisible();
});

test("closing says what is open, and lets one close all the same", async () => {
  await open("close");
  expect(await screen.findByText("1 target not talked about")).toBeVisible();
  expect(screen.getByText("No date for the next review")).toBeVisible();
  expect(screen.getByRole("button", { name: "Close the review" })).toBeEnabled();
});

test("whoever closes a review is led to the start of the closed one", async () => {
  await open("close");
  await closeIt();
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
});

test("help that was begun and left empty is no offer", async () => {
  await open("support");
  await press("Add something that will help");
  expect(await screen.findByRole("textbox", { name: "What will help" })).toBeVisible();
  expect(screen.queryByText("1 offer")).toBeNull();
  await userEvent.type(screen.getByRole("textbox", { name: "What will help" }), "A quiet room");
  expect(await screen.findByText("1 offer")).toBeVisible();
});

test("[M12] undo in a review takes back one's own words, and leaves what somebody else wrote in the same place", async () => {
  const device = await open("targets");
  const why = await screen.findByRole("textbox", { name: "What made it go that way?" });
  await userEvent.click(why);
  // At once: what is typed with a pause in it is taken back in as many steps.
  await userEvent.paste("One gap.");
  await flushOpenEditors();
  await device.store.sync.sendNow();
  device.server.arrive(
    held("target-outcome", (draft) => draft.type("reason", "Maisie: the saw. "), {
      id: targetOutcomeIdOf(review, target),
      by: maisiesPerson,
    }),
  );
  await device.store.sync.sendNow();
  await waitFor(() => expect(why).toHaveDisplayValue(/the saw/));
  await userEvent.type(why, "{Control>}z{/Control}");
  await waitFor(() => expect(why).toHaveDisplayValue("Maisie: the saw. "));
});

test("[M12] undo in one's own words to a review goes to the record, not to the browser", async () => {
  await open("since");
  const mine = await screen.findByRole("textbox", { name: "Your words" });
  await userEvent.click(mine);
  await userEvent.paste("Good progress");
  await flushOpenEditors();
  await userEvent.type(mine, "{Control>}z{/Control}");
  await waitFor(() => expect(mine).toHaveValue(""));
  await userEvent.type(mine, "{Control>}{Shift>}z{/Shift}{/Control}");
  await waitFor(() => expect(mine).toHaveValue("Good progress"));
});

test("[R2] whoever types while somebody else closes the review keeps their box and their words until they leave it", async () => {
  const device = await open("since");
  const mine = await screen.findByRole("textbox", { name: "Your words" });
  await userEvent.type(mine, "He measures ");
  await flushOpenEditors();
  await device.store.sync.sendNow();
  const nothing = { reviews: [], closings: [], contributions: [], targets: [], outcomes: [], objectives: [] };
  const { content, contentHash } = freeze(reviewContent(review, { ...nothing, plan: undefined }));
  device.server.arrive(
    held("review-closed", (draft) => {
      draft.set("review", review);
      draft.set("series", school);
      draft.set("content", content);
      draft.set("contentHash", contentHash);
    }),
  );
  await device.store.sync.sendNow();
  await screen.findAllByText(/^This review was closed just now/);
  expect(mine).toHaveFocus();
  await userEvent.keyboard("twice now.");
  expect(mine).toHaveValue("He measures twice now.");

  await userEvent.tab();
  expect(await screen.findByText(/^Closed/)).toBeVisible();
  expect(await screen.findByText(/He measures twice now\./, { selector: "blockquote" })).toBeVisible();
});
