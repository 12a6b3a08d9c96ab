import { expect, test } from "vitest";
import { addDays, day, daysBetween, isLocalDate } from "./time.ts";

test("only dates that exist, written in full, are local dates", () => {
  expect(["2026-02-28", "2028-02-29"].every(isLocalDate)).toBe(true);
  expect(
    ["2026-02-29", "2026-2-28", "28/02/2026", "", "2026-13-01", "2026-02-28T00:00"].some(isLocalDate),
  ).toBe(false);
});

test("days are counted on the calendar, also over the night the clocks change", () => {
  expect(addDays(day("2026-10-24"), 2)).toBe("2026-10-26");
  expect(addDays(day("2026-03-01"), -1)).toBe("2026-02-28");
  expect(daysBetween(day("2026-03-28"), day("2026-03-30"))).toBe(2);
  expect(daysBetween(day("2026-03-30"), day("2026-03-28"))).toBe(-2);
});
