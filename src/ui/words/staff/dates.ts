/** Dates in the few letters that a table has room for. */
import { daysBetween, localDateOf } from "#model/time.ts";
import type { Instant, LocalDate } from "#model/time.ts";
import { sayTime, sayWhen } from "#ui/words/dates.ts";

const dayMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const weekdayDayMonth = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
});
const monthYear = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric" });

/** Noon there, so that no clock change moves it to another day. */
const dateAt = (date: LocalDate): Date => new Date(`${date}T12:00`);

/** "17 Nov" */
export const sayShortDate = (date: LocalDate): string => dayMonth.format(dateAt(date));
/** "Thu 10 Dec" */
export const sayShortDay = (date: LocalDate): string => weekdayDayMonth.format(dateAt(date)).replace(",", "");
/** "Sept 2027" */
export const sayShortMonth = (date: LocalDate): string => monthYear.format(dateAt(date));

const recentDays = 14;

/** "Today 9:12", "Yesterday", "Tuesday", "12 days ago", "3 Oct": when something last happened. */
export function sayLast(at: Instant, today: LocalDate): string {
  const on = localDateOf(at);
  const ago = daysBetween(on, today);
  if (ago <= 0) return `Today ${sayTime(at)}`;
  if (ago < 7) return capital(sayWhen(on, today));
  return ago <= recentDays ? `${ago} days ago` : sayShortDate(on);
}

/** The same inside a sentence: "today 9:12", "yesterday", "Tuesday", "3 Oct". */
export function sayLastInside(at: Instant, today: LocalDate): string {
  const words = sayLast(at, today);
  return /^(Today|Yesterday)/.test(words) ? words.charAt(0).toLocaleLowerCase() + words.slice(1) : words;
}

/** With a capital letter, where it begins a line. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
