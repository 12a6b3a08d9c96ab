/**
 * Dates and times as people say them. Days and months are words like others: the first use of the browser's own ones
 * takes it about as long as reading the whole first page from the disk.
 */
import { daysBetween, localDateOf } from "#model/time.ts";
import type { Instant, LocalDate } from "#model/time.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "Thursday" */
export const sayWeekday = (date: LocalDate): string => weekdays[new Date(`${date}T12:00Z`).getUTCDay()] ?? "";
const dayOf = (date: LocalDate): number => Number(date.slice(8));
const monthOf = (date: LocalDate): string => months[Number(date.slice(5, 7)) - 1] ?? "";
const yearOf = (date: LocalDate): string => date.slice(0, 4);
const dayMonth = (date: LocalDate): string => `${dayOf(date)} ${monthOf(date)}`;

/** "Thursday 26 November" */
export const sayLongDay = (date: LocalDate): string => `${sayWeekday(date)} ${dayMonth(date)}`;
/** "26 November", with the year when it is not this one. */
export const sayDay = (date: LocalDate, today: LocalDate): string =>
  yearOf(date) === yearOf(today) ? dayMonth(date) : `${dayMonth(date)} ${yearOf(date)}`;
/** "September 2027" */
export const sayMonth = (date: LocalDate): string => `${monthOf(date)} ${yearOf(date)}`;

const twoDigits = (number: number): string => String(number).padStart(2, "0");
/** "10:42" */
export function sayTime(at: Instant): string {
  const date = new Date(at);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The three words on a tear-off date: "Thu", 10, "Dec". */
export const tearOff = (date: LocalDate) => ({
  weekday: sayWeekday(date).slice(0, 3),
  day: dayOf(date),
  month: monthOf(date).slice(0, 3),
});

/** The day before which weekdays alone would be ambiguous. */
const week = 7;

/** "today", "yesterday", "Tuesday", "14 November": the day something happened, inside a sentence. */
export function sayWhen(date: LocalDate, today: LocalDate): string {
  const ago = daysBetween(date, today);
  if (ago === 0) return "today";
  if (ago === 1) return "yesterday";
  return ago > 1 && ago < week ? sayWeekday(date) : sayDay(date, today);
}

/** "Today, Thursday", "Yesterday", "Tuesday", "Tuesday 14 November": the day as a heading. */
export function headDay(date: LocalDate, today: LocalDate): string {
  const ago = daysBetween(date, today);
  if (ago === 0) return `Today, ${sayWeekday(date)}`;
  if (ago === 1) return "Yesterday";
  if (ago > 1 && ago < week) return sayWeekday(date);
  return yearOf(date) === yearOf(today) ? sayLongDay(date) : `${sayLongDay(date)} ${yearOf(date)}`;
}

/** "10:42" today, "yesterday 10:42", "14 November 10:42". */
export function sayMoment(at: Instant, today: LocalDate): string {
  const when = sayWhen(localDateOf(at), today);
  return when === "today" ? sayTime(at) : `${when} ${sayTime(at)}`;
}
