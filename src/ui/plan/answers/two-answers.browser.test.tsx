import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { PersonId } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { createState, mergeStates } from "#model/record/record.ts";
import { reviewIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import {
  held,
  iqbal,
  iqbalsAccount,
  maisiesAccount,
  maisiesPerson,
  school,
} from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { named } from "#tests/support/written.ts";

const target = held("target", (draft) => draft.type("what", "Cut a housing joint"));
const review = reviewIdOf({ learner: learnerOfPerson(maisiesPerson), series: school });
const pugh: PersonId = named("person", "p");
const gaz = held("person", (draft) => draft.set("name", "Gaz Pugh"), { id: pugh });
const outcome = held("target-outcome", () => undefined, {
  id: targetOutcomeIdOf(review, target.envelope.id as `target_${string}`),
});
const address = `/settle/${outcome.envelope.id}/outcome`;

/** What became of the target, as two devices without a connection left it. */
function twoAnswers(): HeldRecord {
  const random = seededRandom(3);
  const chosenBy = (person: PersonId, chosen: TargetResult) =>
    createState(
      kindOf("target-outcome"),
      (draft) => {
        draft.set("review", review);
        draft.set("target", target.envelope.id as `target_${string}`);
        draft.set("series", school);
        draft.set("outcome", chosen);
      },
      { person, random },
    );
  return { ...outcome, state: mergeStates(chosenBy(iqbal, "partly"), chosenBy(pugh, "reached")) };
}

test("[M4] one of those who answered keeps their own or takes the other's", async () => {
  await openScreens(address, [target, gaz, twoAnswers()], iqbalsAccount);
  const name = "You chose Partly, Gaz Pugh chose Reached";
  expect(await screen.findByRole("heading", { level: 1, name })).toBeVisible();
  expect(screen.getByRole("button", { name: "Keep Partly" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Use Reached" })).toBeVisible();
});

test("[A5] who may not write there reads both answers, and is offered no choice that would be refused", async () => {
  await openScreens(address, [target, gaz, twoAnswers()], maisiesAccount);
  const name = /(?=.*Gaz Pugh chose Reached)(?=.*Farida Iqbal chose Partly)/;
  expect(await screen.findByRole("heading", { level: 1, name })).toBeVisible();
  expect(screen.getByText("They could not see each other’s answer. Both are kept.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Reached|Partly/ })).toBeNull();
});

test.each(["/settle/nothing/outcome", address])("%s says so when it is not on this device", async (path) => {
  await openScreens(path, [target], maisiesAccount);
  expect(await screen.findByRole("heading", { name: "This is not here any more." })).toBeVisible();
});
