import { expect, test } from "vitest";
import { createId } from "#model/id.ts";
import { addDays, day, localDateOf } from "#model/time.ts";
import { named, noon } from "#tests/support/written.ts";
import { blockOf, dayOfEntry, weekIn } from "./log-block.ts";

const thursday = day("2026-09-03");

test("[L3] a block is six weeks from the Monday of the week the learner started in", () => {
  expect(blockOf(thursday, thursday)).toEqual({ startsOn: "2026-08-31", endsOn: "2026-10-11", week: 0 });
});

test("[L3] the next block begins the Monday after the last", () => {
  expect(blockOf(day("2026-10-12"), thursday)).toMatchObject({ startsOn: "2026-10-12", week: 0 });
  expect(blockOf(day("2026-10-11"), thursday)).toMatchObject({ startsOn: "2026-08-31", week: 5 });
});

test("[L3] a day before the start lies in a block of its own", () => {
  expect(blockOf(day("2026-08-30"), thursday)).toMatchObject({ startsOn: "2026-07-20", week: 5 });
});

test("[L3] blocks begin on a Monday also when nobody said when the learner started", () => {
  expect(blockOf(day("2024-09-04"), undefined).startsOn).toBe("2024-09-02");
});

test("[L3] a day outside a block is in none of its weeks", () => {
  const block = blockOf(thursday, thursday);
  expect(weekIn(block, addDays(block.startsOn, 41))).toBe(5);
  expect(weekIn(block, addDays(block.startsOn, 42))).toBeUndefined();
  expect(weekIn(block, addDays(block.startsOn, -1))).toBeUndefined();
});

const madeOn = noon(thursday);
/** An entry of the third of September that a device's clock, so many days off, dated by itself. */
const offBy = (days: number) => {
  const clock = madeOn + days * 86_400_000;
  return {
    id: createId("log-entry", clock, () => 0.5),
    createdAt: madeOn,
    value: { happenedOn: localDateOf(clock) },
  };
};

test("[S18] an entry that a wrong clock dated is of the day it was made, and one its author dated of that day", () => {
  expect([0, 3650, -3650, 1].map((days) => dayOfEntry(offBy(days)))).toEqual(Array(4).fill(thursday));
  const chosen = day("2026-08-30");
  expect(dayOfEntry({ ...offBy(3650), value: { happenedOn: chosen } })).toBe(chosen);
  expect(dayOfEntry({ ...offBy(0), id: named("log-entry", "a"), value: { happenedOn: chosen } })).toBe(
    chosen,
  );
  expect(dayOfEntry({ ...offBy(0), value: {} as never })).toBe(thursday);
});
