/** The log's blocks of six weeks, counted from the Monday of the week in which the learner started. Source: RULES L3. */
import type { LogEntry } from "#model/kinds/log-entry.ts";
import { clockIn } from "#model/id.ts";
import { addDays, daysBetween, localDateOf } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";

/** Weeks in a block. */
export const weeksInBlock = 6;
const daysInBlock = weeksInBlock * 7;

/** Any Monday; blocks of learners whose start is not known are counted from it. */
const someMonday = "2024-09-02" as LocalDate;

/** One block of the log. */
export interface LogBlock {
  readonly startsOn: LocalDate;
  /** The last day, a Sunday. */
  readonly endsOn: LocalDate;
  /** The week of the block in which the asked-for day lies, from 0. */
  readonly week: number;
}

const wrap = (number: number, by: number): number => ((number % by) + by) % by;

const mondayOf = (date: LocalDate): LocalDate => addDays(date, -wrap(daysBetween(someMonday, date), 7));

/** The block a day lies in. */
export function blockOf(date: LocalDate, startedOn: LocalDate | undefined): LogBlock {
  const first = mondayOf(startedOn ?? someMonday);
  const into = wrap(daysBetween(first, date), daysInBlock);
  const startsOn = addDays(date, -into);
  return { startsOn, endsOn: addDays(startsOn, daysInBlock - 1), week: Math.floor(into / 7) };
}

/** The week of a block in which a day lies, from 0; undefined outside the block. */
export function weekIn(block: LogBlock, date: LocalDate): number | undefined {
  const into = daysBetween(block.startsOn, date);
  return into >= 0 && into < daysInBlock ? Math.floor(into / 7) : undefined;
}

/**
 * The day an entry is about: as its author said, else when it was made. The day that a wrong clock offered when it was begun
 * is nobody's word. Source: RULES S18.
 */
export function dayOfEntry({
  id,
  createdAt,
  value: { happenedOn },
}: Pick<Written<"log-entry">, "id" | "createdAt"> & {
  readonly value: Pick<LogEntry, "happenedOn">;
}): LocalDate {
  const made = localDateOf(createdAt);
  if (happenedOn === undefined) return made;
  const clock = clockIn(id);
  return clock !== undefined && happenedOn === localDateOf(clock) ? made : happenedOn;
}
