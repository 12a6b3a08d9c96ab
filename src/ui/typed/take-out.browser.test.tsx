import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import type { Account } from "#store/account.ts";
import { held, iqbalsAccount, maisiesAccount, maisiesPerson } from "#tests/support/school-on-hand.ts";
import { toasts } from "#ui/kit/overlay/toasts.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

beforeEach(() => toasts.clear());

const maisie = learnerOfPerson(maisiesPerson);
const step = "Mark the waste side";
const target = held("target", (draft) => {
  draft.type("what", "Cut a housing joint");
  draft.item("steps", "one").place("a0");
  draft.item("steps", "one").type("what", step);
});
const plan = held(
  "plan",
  (draft) => {
    draft.item("steps", "one").place("a0");
    draft.item("steps", "one").type("what", step);
  },
  { id: planIdOf(maisie) },
);

const places: readonly (readonly [string, string, Account])[] = [
  ["a target's", `/learner/${maisie}?target=${target.envelope.id}`, iqbalsAccount],
  ["a plan's, to its learner,", "/plan?change=destination", maisiesAccount],
  ["a plan's, to staff,", `/learner/${maisie}?part=plan`, iqbalsAccount],
];

test.for(places)("%s step that is taken out can be put back with its words", async ([, path, account]) => {
  await openScreens(path, [target, plan], account);
  const shownStep = () => screen.queryByDisplayValue(step);
  await userEvent.click(await screen.findByRole("button", { name: `Take out: ${step}` }));
  await waitFor(() => expect(shownStep()).toBeNull());
  const news = await screen.findByRole("alertdialog", { name: `Taken out: ${step}` });
  await userEvent.click(within(news).getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(shownStep()).toBeVisible());
});
