import { expect, test } from "vitest";
import { day } from "#model/time.ts";
import { headDay, sayDay, sayLongDay, sayMonth, sayTime, sayWhen } from "./dates.ts";
import { sayList } from "./lists.ts";

const today = day("2028-03-01");

test("a day is said in words, with its year where that is not this one", () => {
  expect(sayLongDay(day("2028-02-29"))).toBe("Tuesday 29 February");
  expect(sayDay(day("2028-02-29"), today)).toBe("29 February");
  expect(sayDay(day("2027-12-31"), today)).toBe("31 December 2027");
  expect(sayMonth(day("2027-09-06"))).toBe("September 2027");
});

test("a day of the last week is said as people do", () => {
  expect(sayWhen(today, today)).toBe("today");
  expect(sayWhen(day("2028-02-29"), today)).toBe("yesterday");
  expect(sayWhen(day("2028-02-24"), today)).toBe("Thursday");
  expect(sayWhen(day("2028-02-23"), today)).toBe("23 February");
  expect(headDay(today, today)).toBe("Today, Wednesday");
});

test("a time has two digits each, from midnight on", () => {
  expect(sayTime(new Date("2028-02-29T00:05").getTime())).toBe("00:05");
  expect(sayTime(new Date("2028-02-29T16:40").getTime())).toBe("16:40");
});

test("several names are one list", () => {
  expect(["Farida", "Farida Gaz", "Farida Gaz Sam"].map((names) => sayList(names.split(" ")))).toEqual([
    "Farida",
    "Farida and Gaz",
    "Farida, Gaz and Sam",
  ]);
  expect(sayList([])).toBe("");
});
