import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { placeAfterCount } from "#model/views/place.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { held, iqbal, iqbalsAccount, maisiesPerson } from "#tests/support/school-on-hand.ts";

// In a page that is read from right to left; English words in it end on the wrong side without a direction of their own.
beforeEach(() => void (document.documentElement.dir = "rtl"));
afterEach(() => void (document.documentElement.dir = ""));

const maisie = learnerOfPerson(maisiesPerson);
const target = held("target", (draft) => draft.type("what", "Cut a joint (on my own)."), { by: iqbal });
const entry = held(
  "log-entry",
  (draft) => {
    draft.type("did", "Hung two doors!");
    draft.set("target", target.envelope.id as Id<"target">);
  },
  { by: maisiesPerson },
);
const shared = held(
  "sharing-choice",
  (draft) => {
    draft.set("entry", entry.envelope.id as Id<"log-entry">);
    draft.set("sharedWith", "tutor");
    draft.set("replaces", []);
  },
  { by: maisiesPerson },
);
const plan = held(
  "plan",
  (draft) => {
    draft.type("destination", "A joiner’s apprentice.");
    draft.type("helpWith", "Long words.");
    draft.item("steps", "one").place(placeAfterCount(0));
    draft.item("steps", "one").type("what", "Two weeks (at least).");
  },
  { id: planIdOf(maisie) },
);
const objective = held("objective", (draft) => {
  draft.type("title", "Make a frame (small).");
  draft.type("detail", "On my own!");
});
const comment = held(
  "comment",
  (draft) => {
    draft.set("about", target.envelope.id as Id<"target">);
    draft.type("words", "Well done!");
  },
  { by: iqbal },
);
const records = [target, entry, shared, plan, objective, comment];

/** The places where these words stand in the direction of the page. */
async function notByThemselves(all: readonly (string | RegExp)[]): Promise<readonly string[]> {
  const places = await Promise.all(all.map((words) => screen.findAllByText(words)));
  return places
    .flat()
    .filter((place) => !place.closest('bdi, [dir="auto"]'))
    .map((place) => place.outerHTML);
}

test.for([
  ["Today", "/", ["Cut a joint (on my own).", "Well done!", "Farida Iqbal"]],
  ["My log", "/log", ["Hung two doors!", "Cut a joint (on my own).", "Farida Iqbal"]],
  ["an entry", `/log/${entry.envelope.id}`, ["Hung two doors!", "Cut a joint (on my own).", "Farida Iqbal"]],
  [
    "My plan",
    "/plan",
    [
      "A joiner’s apprentice.",
      "Long words.",
      "Two weeks (at least).",
      "Cut a joint (on my own).",
      "Make a frame (small).",
      "On my own!",
    ],
  ],
  ["a target", `/plan/target/${target.envelope.id}`, ["Cut a joint (on my own).", "Well done!"]],
] as const)(
  "a learner's own words, and names, have a direction of their own: %s",
  async ([, path, words]) => {
    await openScreens(path, records);
    expect(await notByThemselves(words)).toEqual([]);
  },
);

test.for([
  ["the caseload", "/caseload", ["Maisie Thornton", "Joinery"]],
  [
    "the learner’s page",
    `/learner/${maisie}`,
    [
      "Maisie Thornton",
      /^“?A joiner’s apprentice/,
      "Long words.",
      "Cut a joint (on my own).",
      "Hung two doors!",
      "Well done!",
    ],
  ],
  [
    "the plan staff see",
    `/learner/${maisie}?part=plan`,
    ["Long words.", "Make a frame (small).", "On my own!"],
  ],
] as const)(
  "a learner's words and name have a direction of their own where staff see them: %s",
  async ([, path, words]) => {
    await openScreens(path, records, iqbalsAccount);
    expect(await notByThemselves(words)).toEqual([]);
  },
);
