import { describe, expect, test } from "vitest";
import { farida, maisie, named, thornfield, written } from "#tests/support/written.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import { addDays, day } from "#model/time.ts";
import {
  closedReview,
  closedReviews,
  daysLate,
  isOverdue,
  isSince,
  lastClosed,
  nextReview,
  stageOf,
} from "./review-series.ts";

const moorLane = named("organisation", "p");
const first = reviewIdOf({ learner: maisie, series: thornfield });
const second = reviewIdOf({ learner: maisie, series: thornfield, previous: first });

const started = (id: typeof first, previous?: typeof first) =>
  written("review", "2026-09-17", { series: thornfield, ...(previous ? { previous } : {}) }, { id });
const closed = (id: typeof first, on: string, number: number | undefined) =>
  written(
    "review-closed",
    on,
    { review: id, series: thornfield, nextOn: addDays(day(on), 42) },
    number === undefined ? {} : { number },
  );

describe("the next review", () => {
  test("[R1] is the first one, six weeks after the start, while none is closed", () => {
    const next = nextReview(
      { learner: maisie, series: thornfield, startedOn: day("2026-09-04") },
      { reviews: [], closings: [] },
    );
    expect(next).toMatchObject({ id: first, number: 1, dueOn: "2026-10-16", review: undefined });
  });

  test("[R1] follows the last closed one, on the day agreed there", () => {
    const records = { reviews: [started(first)], closings: [closed(first, "2026-09-17", 1)] };
    expect(nextReview({ learner: maisie, series: thornfield }, records)).toMatchObject({
      id: second,
      number: 2,
      dueOn: "2026-10-29",
    });
  });

  test("[R1] is held on the day planned in it, once it has been started", () => {
    const review = written(
      "review",
      "2026-10-20",
      { series: thornfield, previous: first, plannedOn: day("2026-11-02") },
      { id: second },
    );
    const records = { reviews: [started(first), review], closings: [closed(first, "2026-09-17", 1)] };
    expect(nextReview({ learner: maisie, series: thornfield }, records)).toMatchObject({
      dueOn: "2026-11-02",
      review,
    });
  });

  test("[R4] has no number while the closing before it has not reached the server", () => {
    const records = { reviews: [started(first)], closings: [closed(first, "2026-09-17", undefined)] };
    expect(nextReview({ learner: maisie, series: thornfield }, records)).not.toHaveProperty("number");
  });

  test("[R1] of one series does not depend on another's", () => {
    const elsewhere = written("review-closed", "2026-09-20", {
      review: named("review", "x"),
      series: moorLane,
    });
    expect(
      nextReview({ learner: maisie, series: thornfield }, { reviews: [], closings: [elsewhere] }).id,
    ).toBe(first);
  });
});

describe("closed reviews", () => {
  test("[R1] the last one is the one that no closed review follows, even when clocks disagree", () => {
    const records = {
      reviews: [started(first), started(second, first)],
      closings: [closed(first, "2036-09-17", 1), closed(second, "2026-10-29", 2)],
    };
    expect(lastClosed(records, thornfield)?.id).toBe(second);
  });

  test("[R4] a second closing of a review is an addendum to the one that arrived first", () => {
    const late = written(
      "review-closed",
      "2026-09-16",
      { review: first, series: thornfield },
      { arrivedAt: Date.UTC(2026, 8, 20) },
    );
    const early = closed(first, "2026-09-17", 1);
    expect(closedReview(first, { reviews: [], closings: [late, early] })).toMatchObject({
      closing: early,
      addenda: [late],
      number: 1,
    });
  });

  test("stand in the order they were held", () => {
    const records = {
      reviews: [],
      closings: [closed(second, "2026-10-29", 2), closed(first, "2026-09-17", 1)],
    };
    expect(closedReviews(records, thornfield).map((review) => review.number)).toEqual([1, 2]);
  });

  test("[R2] a review is closed from its first closing, and open from the first word in it", () => {
    expect(stageOf(first, { reviews: [], closings: [] })).toBe("not-started");
    expect(stageOf(first, { reviews: [started(first)], closings: [] })).toBe("open");
    expect(
      stageOf(first, { reviews: [started(first)], closings: [closed(first, "2026-09-17", undefined)] }),
    ).toBe("closed");
  });
});

test("[R3] a review due today is not overdue; from tomorrow it is one day late", () => {
  expect(isOverdue(day("2026-12-10"), day("2026-12-10"))).toBe(false);
  expect(isOverdue(day("2026-12-10"), day("2026-12-11"))).toBe(true);
  expect(daysLate(day("2026-12-10"), day("2026-12-11"))).toBe(1);
  expect(isOverdue(undefined, day("2026-12-11"))).toBe(false);
});

describe("since last time", () => {
  const closing = closed(first, "2026-09-17", 1);

  test("is what was written after the closing", () => {
    expect(isSince(written("comment", "2026-09-18", {}), closing)).toBe(true);
    expect(isSince(written("comment", "2026-09-16", {}), closing)).toBe(false);
  });

  test("is also what was written before it on a device that brought it later", () => {
    const brought = written(
      "log-entry",
      "2026-09-16",
      {},
      { arrivedAt: (closing.arrivedAt ?? 0) + 1, createdBy: farida },
    );
    expect(isSince(brought, closing)).toBe(true);
  });

  test("is everything before the first review", () => {
    expect(isSince(written("comment", "2020-01-01", {}), undefined)).toBe(true);
  });
});
