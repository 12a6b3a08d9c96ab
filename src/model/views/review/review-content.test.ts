import { describe, expect, test } from "vitest";
import { farida, maisie, named, thornfield, written } from "#tests/support/written.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import { day } from "#model/time.ts";
import { addedMeanwhile } from "./review-additions.ts";
import { freeze, frozenContent } from "./frozen-content.ts";
import { reviewContent } from "./review-content.ts";
import { lastTargetsOf, newTargetsOf } from "./review-family.ts";
import type { ReviewFamily } from "./review-family.ts";

const id = reviewIdOf({ learner: maisie, series: thornfield });
const gaz = named("person", "g");
const joint = written("target", "2026-09-06", { what: "Cut a housing joint", strand: "vocational" });
const timetable = written("target", "2026-10-15", {
  what: "Read a timetable",
  setAt: id,
  dueOn: day("2026-12-10"),
});
const words = written("contribution", "2026-10-14", { review: id, learned: "I can mark out." });
const family: ReviewFamily = {
  reviews: [
    written(
      "review",
      "2026-10-15",
      { series: thornfield, heldOn: day("2026-10-15"), overall: "Good progress." },
      { id },
    ),
  ],
  closings: [],
  contributions: [words],
  targets: [joint, timetable],
  outcomes: [
    written("target-outcome", "2026-10-15", {
      review: id,
      target: joint.id,
      outcome: "partly",
      reason: "One gap.",
    }),
  ],
  objectives: [],
  plan: undefined,
};
const content = reviewContent(id, family);

test("[R6] a review looks back at the targets set before it, and its new ones are those set at it", () => {
  expect(lastTargetsOf(id, family)).toEqual([joint]);
  expect(newTargetsOf(id, family)).toEqual([timetable]);
  expect(content.lastTargets).toEqual([
    {
      id: joint.id,
      what: "Cut a housing joint",
      strand: "vocational",
      outcome: "partly",
      reason: "One gap.",
    },
  ]);
});

test("[M4] two answers are both in the content, and neither is its outcome", () => {
  const answers = {
    outcome: [
      { value: "partly", by: farida },
      { value: "reached", by: gaz },
    ],
  };
  const outcomes = [
    written("target-outcome", "2026-10-15", { review: id, target: joint.id, outcome: "reached", answers }),
  ];
  const [target] = reviewContent(id, { ...family, outcomes }).lastTargets;
  expect(target).not.toHaveProperty("outcome");
  expect(target?.answers).toEqual(answers.outcome);
});

test("somebody who wrote nothing is not in the content", () => {
  const empty = written("contribution", "2026-10-14", { review: id, ready: true }, { createdBy: gaz });
  expect(reviewContent(id, { ...family, contributions: [words, empty] }).contributions).toHaveLength(1);
});

describe("closing", () => {
  const closing = written("review-closed", "2026-10-15", {
    review: id,
    series: thornfield,
    ...freeze(content),
  });

  test("[R2] what was frozen reads back as it was", () => {
    expect(frozenContent(closing)).toEqual({ ok: true, value: content });
  });

  test("[R2] content that is not what its hash says is refused", () => {
    const forged = {
      ...closing,
      value: { ...closing.value, content: closing.value.content?.replace("partly", "reached") },
    };
    expect(frozenContent(forged as typeof closing)).toMatchObject({
      ok: false,
      problem: { code: "malformed" },
    });
  });

  test("[R2] equal content has equal text, whatever order its records came in", () => {
    const shuffled = {
      ...family,
      targets: family.targets.toReversed(),
      contributions: family.contributions.toReversed(),
    };
    expect(freeze(reviewContent(id, shuffled))).toEqual(freeze(content));
  });
});

describe("added meanwhile", () => {
  const later = (change: Partial<ReviewFamily>) =>
    addedMeanwhile(content, reviewContent(id, { ...family, ...change }, [joint.id]));

  test("[R2] is nothing while nobody wrote anything", () => {
    expect(later({})).toEqual([]);
  });

  test("[R2] is what somebody wrote without a connection and brought later, in their words", () => {
    const gazs = written(
      "contribution",
      "2026-10-14",
      { review: id, words: "Two joints were square." },
      { createdBy: gaz },
    );
    expect(later({ contributions: [words, gazs] })).toEqual([
      { part: "contribution", by: gaz, question: "words", words: "Two joints were square." },
    ]);
  });

  test("[R2] is an outcome that changed, support that was offered, and a target set elsewhere", () => {
    const reached = written("target-outcome", "2026-10-15", {
      review: id,
      target: joint.id,
      outcome: "reached",
      reason: "One gap.",
    });
    const support = written(
      "review",
      "2026-10-15",
      {
        series: thornfield,
        overall: "Good progress.",
        support: [{ id: "a", what: "A job sheet", who: "Denise" }],
      },
      { id },
    );
    const another = written("target", "2026-10-15", { what: "Ask for help", setAt: id });
    const added = later({ outcomes: [reached], reviews: [support], targets: [joint, timetable, another] });
    expect(added.map((one) => one.part)).toEqual(["outcome", "support", "new-target"]);
  });

  test("words that are still the same are not added", () => {
    expect(later({ contributions: [{ ...words, createdBy: words.createdBy }] })).toEqual([]);
  });
});
