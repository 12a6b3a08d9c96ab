import { expect, test } from "vitest";
import { contribution } from "#model/kinds/review.ts";
import { emptyState, project } from "#model/record/record.ts";
import { preparationSteps, stepsDone } from "./preparation.ts";

const nothing = project(contribution, emptyState);

test("a step is done when any of its questions is answered", () => {
  expect([...stepsDone({ ...nothing, enjoyed: "The workshop", proud: "My joint" })]).toEqual([
    "since-last-time",
    "proud-and-hard",
  ]);
});

test("a face for one target is enough for the step about targets", () => {
  expect([...stepsDone({ ...nothing, targets: [{ id: "t", feeling: "ok", words: "" }] })]).toEqual([
    "last-targets",
  ]);
});

test("nothing is done before the first word, and everything once one is ready", () => {
  expect(stepsDone(undefined).size).toBe(0);
  expect([...stepsDone({ ...nothing, ready: true })]).toEqual(preparationSteps);
});
