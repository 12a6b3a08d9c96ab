/** Dates and times as people say them. */
import { daysBetween, localDateOf } from "#model/time.ts";
import type { Instant, LocalDate } from "#model/time.ts";

const language = "en-GB";

/** Made when first used: making one takes a phone long enough to be felt at the start. */
const formatter = (options: Intl.DateTimeFormatOptions) => {
  let format: Intl.DateTimeFormat | undefined;
  return (date: Date): string => {
    format ??= new Intl.DateTimeFormat(language, options);
    return format.format(date);
  };
};

const longDay = formatter({ weekday: "long", day: "numeric", month: "long" });
const dayMonth = formatter({ day: "numeric", month: "long" });
const dayMonthYear = formatter({ day: "numeric", month: "long", year: "numeric" });
const weekday = formatter({ weekday: "long" });
const shortWeekday = formatter({ weekday: "short" });
const shortMonth = formatter({ month: "short" });
const clock = formatter({ hour: "2-digit", minute: "2-digit" });
const monthYear = formatter({ month: "long", year: "numeric" });

/** Noon there, so that no clock change moves it to another day. */
const dateAt = (date: LocalDate): Date => new Date(`${date}T12:00`);

/** "Thursday 26 November" */
export const sayLongDay = (date: LocalDate): string => longDay(dateAt(date)).replace(",", "");
/** "26 November", with the year when it is not this one. */
export const sayDay = (date: LocalDate, today: LocalDate): string =>
  (date.slice(0, 4) === today.slice(0, 4) ? dayMonth : dayMonthYear)(dateAt(date));
/** "Thursday" */
export const sayWeekday = (date: LocalDate): string => weekday(dateAt(date));
/** "September 2027" */
export const sayMonth = (date: LocalDate): string => monthYear(dateAt(date));
/** "10:42" */
export const sayTime = (at: Instant): string => clock(new Date(at));

/** The three words on a tear-off date: "Thu", 10, "Dec". */
export const tearOff = (date: LocalDate) => ({
  weekday: shortWeekday(dateAt(date)),
  day: Number(date.slice(8)),
  month: shortMonth(dateAt(date)),
});

/** The day before which weekdays alone would be ambiguous. */
const week = 7;

/** "today", "yesterday", "Tuesday", "14 November": the day something happened, inside a sentence. */
export function sayWhen(date: LocalDate, today: LocalDate): string {
  const ago = daysBetween(date, today);
  if (ago === 0) return "today";
  if (ago === 1) return "yesterday";
  return ago > 1 && ago < week ? weekday(dateAt(date)) : sayDay(date, today);
}

/** "Today, Thursday", "Yesterday", "Tuesday", "Tuesday 14 November": the day as a heading. */
export function headDay(date: LocalDate, today: LocalDate): string {
  const ago = daysBetween(date, today);
  if (ago === 0) return `Today, ${sayWeekday(date)}`;
  if (ago === 1) return "Yesterday";
  if (ago > 1 && ago < week) return sayWeekday(date);
  return date.slice(0, 4) === today.slice(0, 4)
    ? sayLongDay(date)
    : `${sayLongDay(date)} ${date.slice(0, 4)}`;
}

/** "10:42" today, "yesterday 10:42", "14 November 10:42". */
export function sayMoment(at: Instant, today: LocalDate): string {
  const when = sayWhen(localDateOf(at), today);
  return when === "today" ? sayTime(at) : `${when} ${sayTime(at)}`;
}
