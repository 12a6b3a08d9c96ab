import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { learnerOfPerson, personOfLearner } from "#model/id.ts";
import type { LearnerId } from "#model/id.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { addDays, localDateOf } from "#model/time.ts";
import { held, iqbal, iqbalsAccount, maisiesPerson, school } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { named } from "#tests/support/written.ts";
import { useCaseloadView } from "./caseload-view.ts";

beforeEach(() => useCaseloadView.getState().setFilter("everyone"));
afterEach(() => page.viewport(414, 896));

const maisie = learnerOfPerson(maisiesPerson);
const callum: LearnerId = named("learner", "c");

const onCaseload = (learner: LearnerId, name: string): readonly HeldRecord[] => [
  held("person", (draft) => draft.set("name", name), { id: personOfLearner(learner) }),
  held("learner", (draft) => draft.set("programme", "Motor vehicle"), { id: learner, learner }),
  held(
    "membership",
    (draft) => {
      draft.set("role", "tutor");
      draft.set("person", iqbal);
    },
    { learner },
  ),
  held(
    "membership",
    (draft) => {
      draft.set("role", "home");
      draft.set("organisation", school);
    },
    { learner },
  ),
];

const reviewDue = (learner: LearnerId, inDays: number): HeldRecord =>
  held(
    "review-closed",
    (draft) => {
      draft.set("review", named("review", learner.slice(-1)));
      draft.set("series", school);
      draft.set("nextOn", addDays(localDateOf(Date.now()), inDays));
    },
    { learner, number: 1 },
  );

const rowsShown = (): readonly string[] =>
  within(screen.getByRole("table"))
    .getAllByRole("rowheader")
    .map((cell) => cell.textContent);

test("what somebody learns ends before the next column, however long its name", async () => {
  await page.viewport(1280, 900);
  const programme = "Motor vehicle and heavy plant maintenance, and farm machinery";
  const longNamed = held("learner", (draft) => draft.set("programme", programme), { id: maisie });
  await openScreens("/caseload", [longNamed], iqbalsAccount);
  const words = await screen.findByText(programme);
  const cell = words.closest("th");
  expect(words.getBoundingClientRect().right).toBeLessThanOrEqual(cell?.getBoundingClientRect().right ?? 0);
});

test("overdue reviews stand first, each part with its own heading", async () => {
  const records = [...onCaseload(callum, "Callum Reid"), reviewDue(callum, -9), reviewDue(maisie, 3)];
  await openScreens("/caseload", records, iqbalsAccount);
  await screen.findByText("9 days late");
  expect(rowsShown().map((words) => words.replace(/(Motor|Joinery).*/, ""))).toEqual([
    "Overdue · 1",
    expect.stringContaining("Callum Reid"),
    "In the next 14 days · 1",
    expect.stringContaining("Maisie Thornton"),
  ]);
});

test("a filter stays chosen the next time the caseload opens", async () => {
  const records = [...onCaseload(callum, "Callum Reid"), reviewDue(callum, -9), reviewDue(maisie, 3)];
  const device = await openScreens("/caseload", records, iqbalsAccount);
  await userEvent.click(await screen.findByRole("button", { name: /^Overdue/ }));
  await waitFor(() => expect(screen.queryByText("Maisie Thornton")).toBeNull());
  await device.reload("/caseload");
  await screen.findByText("9 days late");
  expect(screen.getByRole("button", { name: /^Overdue/ })).toHaveAttribute("aria-pressed", "true");
  expect(screen.queryByText("Maisie Thornton")).toBeNull();
});

test("/ goes to the search, and R on a row opens that learner's review, with no signal", async () => {
  const device = await openScreens("/caseload", [reviewDue(maisie, 3)], iqbalsAccount);
  device.server.cut(true);
  await screen.findByText("Maisie Thornton");
  await userEvent.keyboard("/");
  expect(screen.getByRole("searchbox", { name: "Find a learner" })).toHaveFocus();
  await userEvent.keyboard("mais");
  screen.getByRole("link", { name: /Maisie Thornton/ }).focus();
  await userEvent.keyboard("r");
  expect(
    await screen.findByRole("heading", { level: 1, name: "What happened since last time?" }),
  ).toBeVisible();
});

test("a tutor whom nobody was given to can ask the server again", async () => {
  await openScreens("/caseload", [], { ...iqbalsAccount, person: named("person", "new") });
  await screen.findByRole("heading", { name: "Nobody is on your caseload yet" });
  await userEvent.click(await screen.findByRole("button", { name: "Look again" }));
  expect(await screen.findByRole("alertdialog", { name: /^Nobody yet/ })).toBeVisible();
});

test("a coordinator whom nobody was given to goes to where learners are given", async () => {
  const coordinator = { ...iqbalsAccount, person: named("person", "new"), home: "coordinator" } as const;
  await openScreens("/caseload", [], coordinator);
  expect(await screen.findByRole("link", { name: "Go to People" })).toHaveAttribute("href", "/people");
});
