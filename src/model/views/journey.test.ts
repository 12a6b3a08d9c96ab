import { expect, test } from "vitest";
import { maisie, named, noon, thornfield, written } from "#tests/support/written.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import { nextReview } from "#model/views/review/review-series.ts";
import { day } from "#model/time.ts";
import { finishedTargets, isOffTrack, journey, latestFeelings, openTargets } from "./journey.ts";
import type { JourneyRecords } from "./journey.ts";

const first = reviewIdOf({ learner: maisie, series: thornfield });
const today = day("2026-11-26");
const saw = written("target", "2026-09-05", { what: "Use a tenon saw safely", place: "a0" });
const joint = written("target", "2026-09-06", {
  what: "Cut a housing joint",
  place: "a1",
  dueOn: day("2026-12-10"),
});
const closing = written(
  "review-closed",
  "2026-10-15",
  { review: first, series: thornfield, nextOn: day("2026-12-10") },
  { number: 1 },
);
const outcome = (target: typeof saw, result: TargetResult) =>
  written("target-outcome", "2026-10-15", { review: first, target: target.id, outcome: result });

const records = (outcomes: JourneyRecords["outcomes"], closings = [closing]): JourneyRecords => ({
  targets: [joint, saw],
  outcomes,
  reviews: [],
  closings,
});

test("the road runs from the start over what was reached, reviews, today and targets to the destination", () => {
  const kept = records([outcome(saw, "reached")]);
  const next = nextReview({ learner: maisie, series: thornfield }, kept);
  const road = journey(kept, {
    series: thornfield,
    next,
    startedOn: day("2026-09-04"),
    destinationBy: day("2027-09-01"),
    today,
  });
  expect(road.map((stop) => stop.kind)).toEqual([
    "start",
    "reached",
    "review",
    "here",
    "ahead",
    "review-next",
    "end",
  ]);
  expect(road).toContainEqual({ kind: "review-next", review: next.id, number: 2, on: "2026-12-10" });
});

test("a road without any record is start, here and end", () => {
  const road = journey({ targets: [], outcomes: [], reviews: [], closings: [] }, { today });
  expect(road.map((stop) => stop.kind)).toEqual(["start", "here", "end"]);
});

test("reviews of another series are left out, what was reached there is not", () => {
  const road = journey(records([outcome(saw, "reached")]), { series: named("organisation", "p"), today });
  expect(road.map((stop) => stop.kind)).toEqual(["start", "reached", "here", "ahead", "end"]);
});

test("a target that was not yet reached is over when nobody gave it a day after that review", () => {
  const wasDue = written("target", "2026-09-06", {
    what: "Read a plan",
    place: "a2",
    dueOn: day("2026-10-15"),
  });
  const kept = { ...records([outcome(wasDue, "not-yet")]), targets: [joint, wasDue] };
  expect(openTargets(kept)).toEqual([joint]);
  expect(finishedTargets(kept).map(({ outcome: result }) => result)).toEqual(["not-yet"]);
});

test("a target that was partly or not yet reached goes on to its later day, or while it has none", () => {
  const kept = records([outcome(saw, "partly"), outcome(joint, "not-yet")]);
  expect(openTargets(kept)).toEqual([saw, joint]);
  expect(finishedTargets(kept)).toEqual([]);
});

test("a target that was reached or changed is over", () => {
  const kept = records([outcome(saw, "reached"), outcome(joint, "changed")]);
  expect(openTargets(kept)).toEqual([]);
  expect(finishedTargets(kept).map(({ outcome: result, on }) => [result, on])).toEqual([
    ["changed", "2026-10-15"],
    ["reached", "2026-10-15"],
  ]);
});

test("an outcome counts from the closing of its review", () => {
  expect(openTargets(records([outcome(saw, "reached")], []))).toEqual([saw, joint]);
});

test("[M4] two answers that nobody has settled are not an outcome yet", () => {
  const answers = {
    outcome: [
      { value: "reached", by: "a" },
      { value: "partly", by: "b" },
    ],
  };
  const disputed = written("target-outcome", "2026-10-15", {
    review: first,
    target: saw.id,
    outcome: "reached",
    answers,
  });
  expect(openTargets(records([disputed]))).toEqual([saw, joint]);
});

test("a removed target is neither ahead nor over", () => {
  const removed = written("target", "2026-09-05", { removed: true });
  expect(openTargets({ ...records([]), targets: [removed] })).toEqual([]);
});

test("the newest answer to how it is going is the one shown, and a removed one is none", () => {
  const old = written("how-it-is-going", "2026-11-01", { target: joint.id, feeling: "stuck" });
  const recent = written("how-it-is-going", "2026-11-20", { target: joint.id, feeling: "good" });
  const removed = written("how-it-is-going", "2026-11-21", {
    target: joint.id,
    feeling: "hard",
    removed: true,
  });
  expect(latestFeelings([recent, old, removed]).get(joint.id)).toBe(recent);
});

test("an answer from a device whose clock was years ahead is not the newest for ever", () => {
  const arrivedAt = noon("2026-11-01");
  const says = (on: string, feeling: "stuck" | "hard" | "good", rest = {}) =>
    written("how-it-is-going", on, { target: joint.id, feeling }, rest);
  const [before, then] = [
    says("2036-11-01", "hard", { arrivedAt }),
    says("2036-11-02", "stuck", { arrivedAt }),
  ];
  expect(latestFeelings([then, before]).get(joint.id)).toBe(then);
  expect(latestFeelings([before, then]).get(joint.id)).toBe(then);
  const later = says("2026-11-20", "good");
  expect(latestFeelings([then, later, before]).get(joint.id)).toBe(later);
  const { arrivedAt: _never, ...unsent } = says("2026-11-21", "hard");
  expect(latestFeelings([unsent, later, then]).get(joint.id)).toBe(unsent);
});

test("a target is off track when it is late or its learner is stuck or finds it hard", () => {
  expect(isOffTrack(joint, "good", today)).toBe(false);
  expect(isOffTrack(joint, undefined, day("2026-12-10"))).toBe(false);
  expect(isOffTrack(joint, "good", day("2026-12-11"))).toBe(true);
  expect(isOffTrack(joint, "hard", today)).toBe(true);
  expect(isOffTrack(joint, "stuck", today)).toBe(true);
});
