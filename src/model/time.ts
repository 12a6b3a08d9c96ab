/**
 * Instants and local dates, never mixed: an instant is when something happened anywhere, a local
 * date is a square on somebody's calendar. The model never reads a clock; time comes in through
 * its parameters.
 */
import { CalendarDate, parseDate } from "@internationalized/date";

/** Milliseconds since 1970-01-01T00:00Z. Fields that hold one end in `At`. */
export type Instant = number;

/** A calendar date `YYYY-MM-DD` where the person lives. Fields that hold one end in `On`. */
export type LocalDate = string & { readonly LocalDate: unique symbol };

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** True for a date that exists, written `YYYY-MM-DD`; false for 2026-02-30 and for any other writing. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== "string" || !shape.test(text)) return false;
  try {
    return parseDate(text).toString() === text;
  } catch {
    return false;
  }
}

/** The date written `YYYY-MM-DD`. Throws on any other text: that is a bug in the caller. */
export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`not a local date: ${text}`);
  return text;
}

/** The date a number of days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  parseDate(date).add({ days }).toString() as LocalDate;

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => parseDate(to).compare(parseDate(from));

/** The date itself, or the Monday after a weekend. */
export function onWeekday(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T12:00Z`).getUTCDay();
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
}

/** The date it is at `instant` in the time zone of the running machine. */
export function localDateOf(instant: Instant): LocalDate {
  const date = new Date(instant);
  return new CalendarDate(date.getFullYear(), date.getMonth() + 1, date.getDate()).toString() as LocalDate;
}
