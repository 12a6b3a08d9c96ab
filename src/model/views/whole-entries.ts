/**
 * Long entries as one reads them. An entry for which one record has no room goes on in others, each
 * naming the one it goes on from; letter for letter they follow each other. Source: RULES M14.
 */
import type { Id } from "#model/id.ts";
import { prompts } from "#model/kinds/log-entry.ts";
import type { LogEntry } from "#model/kinds/log-entry.ts";
import type { Written } from "#model/record/written.ts";

type Entry = Written<"log-entry"> & { readonly unsent?: boolean };
type EntryId = Id<"log-entry">;

const byNext = <E extends Entry>(entries: readonly E[]): ReadonlyMap<EntryId | undefined, readonly E[]> =>
  Map.groupBy(
    entries.filter(({ value }) => value.continues !== undefined),
    ({ value }) => value.continues,
  );

/** Where two devices went on from one entry, both follow: first the one begun first, with all that goes on from it. */
function follow<E extends Entry>(
  head: E,
  next: ReadonlyMap<EntryId | undefined, readonly E[]>,
): readonly E[] {
  const parts: E[] = [];
  const met = new Set<EntryId>();
  const waiting: E[] = [head];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (met.has(part.id)) continue;
    met.add(part.id);
    parts.push(part);
    const following = (next.get(part.id) ?? []).filter(({ createdBy }) => createdBy === head.createdBy);
    waiting.push(...following.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)));
  }
  return parts;
}

/** The records of the entry that begins with this one, in order; only it when nothing goes on from it. */
export const partsOfEntry = <E extends Entry>(head: E, entries: readonly E[]): readonly E[] =>
  follow(head, byNext(entries));

/** The record an entry begins with, which this one is a part of: the farthest back that is here. */
export function headOfEntry<E extends Entry>(part: E, entries: readonly E[]): E {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  let head = part;
  for (let steps = 0; steps < entries.length; steps += 1) {
    const before = head.value.continues && byId.get(head.value.continues);
    if (!before || before.createdBy !== head.createdBy) return head;
    head = before;
  }
  return part;
}

/** Kept while its parts are, so that what is shown or searched changes only when they do. */
const wholes = new WeakMap<Entry, { readonly parts: readonly Entry[]; readonly whole: Entry }>();

/** One entry that says what its parts say; everything but the words is the first's. */
export function joinedEntry<E extends Entry>(parts: readonly [E, ...E[]]): E {
  const [head] = parts;
  const known = wholes.get(head);
  if (known?.parts.length === parts.length && known.parts.every((part, at) => part === parts[at]))
    return known.whole as E;
  const standing = parts.filter((part) => part === head || part.value.removed !== true);
  const words = prompts.map(
    (prompt) => [prompt, standing.map(({ value }) => value[prompt]).join("")] as const,
  );
  const value: LogEntry = { ...head.value, ...Object.fromEntries(words) };
  const isUnsent = parts.some(({ unsent }) => unsent === true);
  const whole = { ...head, value, ...(head.unsent === undefined ? {} : { unsent: isUnsent }) };
  wholes.set(head, { parts, whole });
  return whole;
}

/** Entries with those that go on from another in its place, in the order they came in; the same where none does. */
export function wholeEntries<E extends Entry>(entries: readonly E[]): readonly E[] {
  const next = byNext(entries);
  if (next.size === 0) return entries;
  const shown = new Set<EntryId>();
  const wholeOf = (head: E): E => {
    const parts = follow(head, next);
    for (const { id } of parts) shown.add(id);
    const [first, ...rest] = parts;
    return first && rest.length > 0 ? joinedEntry([first, ...rest]) : head;
  };
  const known = new Set(entries.map(({ id }) => id));
  const begins = ({ value }: E): boolean => value.continues === undefined || !known.has(value.continues);
  const wholeById = new Map(entries.filter(begins).map((head) => [head.id, wholeOf(head)]));
  // What names each other in a circle, or another person's entry, still stands for itself.
  return entries.flatMap((entry) => wholeById.get(entry.id) ?? (shown.has(entry.id) ? [] : [entry]));
}
