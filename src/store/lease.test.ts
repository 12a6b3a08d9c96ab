import { expect, test } from "vitest";
import { afterMeeting, afterRunningOut, isReadingLocked, readableUntil } from "./lease.ts";
import type { Marks } from "./ports.ts";

const met = Date.UTC(2026, 9, 1);
const marks: Marks = { positions: {}, opened: [], serverTime: met };
const days = (count: number): number => met + count * 86_400_000;
const isLocked = (held: Marks, now: number): boolean => {
  const until = readableUntil("tutor", held, now);
  return isReadingLocked(until === undefined ? {} : { readableUntil: until }, now);
};

test("[S14] staff read for thirty days after the device last met the server", () => {
  const held = afterMeeting(marks, met);
  expect(isLocked(held, days(30))).toBe(false);
  expect(isLocked(held, days(31))).toBe(true);
  expect(isLocked(marks, days(31))).toBe(true);
});

test("[S14] one's own record is never locked", () => {
  expect(readableUntil("learner", marks, days(400))).toBeUndefined();
  expect(afterRunningOut("learner", marks, days(400))).toBe(marks);
});

test("a device that never met the server has nothing of others to lock", () => {
  expect(readableUntil("tutor", { positions: {} } as Marks, met)).toBeUndefined();
});

test("[S14] a clock that is set back does not unlock what ran out; meeting the server does", () => {
  const over = afterRunningOut("tutor", afterMeeting(marks, met), days(31));
  expect(isLocked(over, days(3))).toBe(true);
  expect(isLocked(over, days(-400))).toBe(true);
  const again = afterMeeting({ ...over, serverTime: days(31) }, days(31));
  expect(isLocked(again, days(32))).toBe(false);
});

test("[S14] a clock that is years ahead reads for thirty days by itself, and no longer once it is put right", () => {
  const ahead = days(3650);
  const held = afterMeeting(marks, ahead);
  expect(isLocked(held, ahead + 86_400_000)).toBe(false);
  expect(isLocked(held, ahead + 31 * 86_400_000)).toBe(true);
  expect(isLocked(held, days(29))).toBe(false);
  expect(isLocked(held, days(31))).toBe(true);
});

test("a meeting soon after another one keeps nothing anew", () => {
  const held = afterMeeting(marks, met);
  const soon = { ...held, serverTime: met + 1000 };
  expect(afterMeeting(soon, met + 1000)).toBe(soon);
});

test("[S14] a server whose clock was once ahead is met again all the same", () => {
  const ahead = { ...marks, serverTime: days(365) };
  const held = afterMeeting(ahead, met);
  const later = afterMeeting(held, days(20));
  expect(isLocked(later, days(49))).toBe(false);
  const over = afterRunningOut("tutor", later, days(51));
  expect(isLocked(over, days(51))).toBe(true);
  expect(isLocked(afterMeeting(over, days(52)), days(53))).toBe(false);
});
