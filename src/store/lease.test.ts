import { expect, test } from "vitest";
import { isReadingLocked, readableUntil } from "./lease.ts";

const met = Date.UTC(2026, 9, 1);
const marks = { positions: {}, opened: [], serverTime: met };
const days = (count: number): number => met + count * 86_400_000;

test("staff read for thirty days after the device last met the server", () => {
  const until = readableUntil("tutor", marks);
  if (until === undefined) throw new Error("staff have a lease");
  expect(isReadingLocked({ readableUntil: until }, days(30))).toBe(false);
  expect(isReadingLocked({ readableUntil: until }, days(31))).toBe(true);
});

test("one's own record is never locked", () => {
  expect(readableUntil("learner", marks)).toBeUndefined();
  expect(isReadingLocked({}, days(400))).toBe(false);
});

test("a device that never met the server has nothing of others to lock", () => {
  expect(readableUntil("tutor", { positions: {}, opened: [] })).toBeUndefined();
});
