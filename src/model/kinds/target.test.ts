import { expect, test } from "vitest";
import { day } from "#model/time.ts";
import { isLate, progress } from "./target.ts";

test("[R7] progress is the share of steps that are met, and none without steps", () => {
  const step = (id: string, met: boolean | undefined) => ({ id, what: id, met });
  expect(progress({ steps: [] })).toBe(0);
  expect(
    progress({ steps: [step("a", true), step("b", false), step("c", undefined), step("d", true)] }),
  ).toBe(0.5);
});

test("a target is late from the day after it is due, and never without a day", () => {
  expect(isLate({ dueOn: day("2026-12-10") }, day("2026-12-10"))).toBe(false);
  expect(isLate({ dueOn: day("2026-12-10") }, day("2026-12-11"))).toBe(true);
  expect(isLate({ dueOn: undefined }, day("2026-12-11"))).toBe(false);
});
