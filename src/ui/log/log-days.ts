/** A log as rows for a list: days, newest first, each followed by its entries. */
import { dayOfEntry } from "#model/views/log-block.ts";
import { plainWords } from "#model/views/finding.ts";
import { standingEntries, wholeEntries } from "#model/views/whole-entries.ts";
import { wordsOf } from "#model/kinds/log-entry.ts";
import type { LogEntry } from "#model/kinds/log-entry.ts";
import type { Id } from "#model/id.ts";
import type { Strand } from "#model/kinds/strand.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";

/** What a list of entries is narrowed to. */
export interface LogFilter {
  readonly words: string;
  readonly strand?: Strand | undefined;
  readonly target?: Id<"target"> | undefined;
}

/** A day's heading or an entry. */
export type LogRow<E> =
  | { readonly kind: "day"; readonly day: LocalDate }
  | { readonly kind: "entry"; readonly entry: E };

interface OnDay<E> {
  readonly day: LocalDate;
  readonly entry: E;
}

const byDay = <E extends Written<"log-entry">>(a: OnDay<E>, b: OnDay<E>): number => {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return b.entry.createdAt - a.entry.createdAt || (a.entry.id < b.entry.id ? 1 : -1);
};

const byDayOf = <E extends Written<"log-entry">>(entries: readonly E[]): readonly E[] =>
  entries
    .map((entry): OnDay<E> => ({ day: dayOfEntry(entry), entry }))
    .toSorted(byDay)
    .map(({ entry }) => entry);

/** Whole entries that were not removed, newest day first; within a day the latest written first. */
export const inOrder = <E extends Written<"log-entry">>(entries: readonly E[]): readonly E[] =>
  byDayOf(standingEntries(entries));

/** Whole entries that were removed and are still kept, newest day first. */
export const removedIn = <E extends Written<"log-entry">>(entries: readonly E[]): readonly E[] =>
  byDayOf(wholeEntries(entries).filter(({ value }) => value.removed === true));

/** Phones make another apostrophe than keyboards, and many people make none. */
const searched = (words: string): string => plainWords(words).replaceAll("'", "");

/** What each entry is searched in. Kept while the entry is, since a log of thousands is searched at each letter. */
const soughtIn = new WeakMap<LogEntry, string>();

function textOf(value: LogEntry): string {
  const known = soughtIn.get(value) ?? searched(wordsOf(value));
  soughtIn.set(value, known);
  return known;
}

/** Those that match every part of the filter; each word typed must occur somewhere in the entry. */
export function matching<E extends Written<"log-entry">>(
  entries: readonly E[],
  { words, strand, target }: LogFilter,
): readonly E[] {
  const sought = searched(words).split(/\s+/).filter(Boolean);
  return entries.filter(({ value }) => {
    if (strand !== undefined && value.strand !== strand) return false;
    if (target !== undefined && value.target !== target) return false;
    if (sought.length === 0) return true;
    const text = textOf(value);
    return sought.every((word) => text.includes(word));
  });
}

/** Rows of entries that are already in order. */
export function toRows<E extends Written<"log-entry">>(entries: readonly E[]): readonly LogRow<E>[] {
  const days = entries.map(dayOfEntry);
  return entries.flatMap((entry, at): readonly LogRow<E>[] => {
    const day = days[at] ?? dayOfEntry(entry);
    const row: LogRow<E> = { kind: "entry", entry };
    return days[at - 1] === day ? [row] : [{ kind: "day", day }, row];
  });
}
