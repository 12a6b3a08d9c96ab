/** Our own words for dates and lists say what the browser's would. */
import { describe, expect, test } from "vitest";
import { addDays, day } from "#model/time.ts";
import { sayDay, sayLongDay, sayMonth, sayTime, sayWeekday, tearOff } from "./dates.ts";
import { sayList } from "./lists.ts";

const inBritish = (options: Intl.DateTimeFormatOptions, date: string): string =>
  new Intl.DateTimeFormat("en-GB", options).format(new Date(`${date}T12:00`)).replace(",", "");

const days = Array.from({ length: 366 }, (_none, later) => addDays(day("2027-12-30"), later));

describe("every day of a leap year is said", () => {
  test("whole, as a weekday and as a month", () => {
    for (const date of days) {
      expect(sayLongDay(date)).toBe(inBritish({ weekday: "long", day: "numeric", month: "long" }, date));
      expect(sayWeekday(date)).toBe(inBritish({ weekday: "long" }, date));
      expect(sayMonth(date)).toBe(inBritish({ month: "long", year: "numeric" }, date));
    }
  });

  test("with its year where that is not this one", () => {
    const today = day("2028-03-01");
    expect(sayDay(day("2028-02-29"), today)).toBe("29 February");
    expect(sayDay(day("2027-12-31"), today)).toBe("31 December 2027");
  });

  test("in three letters on a tear-off date", () => {
    expect(tearOff(day("2028-09-06"))).toEqual({ weekday: "Wed", day: 6, month: "Sep" });
  });
});

test("a time has two digits each, from midnight on", () => {
  expect(sayTime(new Date("2028-02-29T00:05").getTime())).toBe("00:05");
  expect(sayTime(new Date("2028-02-29T16:40").getTime())).toBe("16:40");
});

test("several names are one list", () => {
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
  const names = ["Farida", "Gaz", "Sam", "Nguyễn"];
  for (const count of [0, 1, 2, 3, 4])
    expect(sayList(names.slice(0, count))).toBe(list.format(names.slice(0, count)));
});
