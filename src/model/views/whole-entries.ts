/**
 * Long entries as one reads them. An entry for which one record has no room goes on in others, each
 * naming the one it goes on from; letter for letter they follow each other. Source: RULES M14.
 */
import type { Id } from "#model/id.ts";
import { prompts } from "#model/kinds/log-entry.ts";
import type { LogEntry } from "#model/kinds/log-entry.ts";
import type { Written } from "#model/record/written.ts";
import type { Instant } from "#model/time.ts";

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

const newestArrival = (parts: readonly Entry[]): Instant | undefined => {
  const arrivals = parts.flatMap(({ arrivedAt }) => arrivedAt ?? []);
  return arrivals.length === 0 ? undefined : Math.max(...arrivals);
};

/** One entry that says what its parts say, and arrived when the last of them did; all else is the first's. */
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
  const arrivedAt = newestArrival(parts);
  const whole = {
    ...head,
    value,
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
    ...(head.unsent === undefined ? {} : { unsent: isUnsent }),
  };
  wholes.set(head, { parts, whole });
  return whole;
}

/** The records of each entry, in order, entries in the order they came in. */
export function partsOfEach<E extends Entry>(entries: readonly E[]): readonly (readonly [E, ...E[]])[] {
  const next = byNext(entries);
  if (next.size === 0) return entries.map((entry) => [entry]);
  const known = new Set(entries.map(({ id }) => id));
  const begins = ({ value }: E): boolean => value.continues === undefined || !known.has(value.continues);
  const partsById = new Map(entries.filter(begins).map((head) => [head.id, follow(head, next)]));
  const shown = new Set([...partsById.values()].flatMap((parts) => parts.map(({ id }) => id)));
  // What names each other in a circle, or another person's entry, still stands for itself.
  return entries.flatMap((entry) => {
    const [first, ...rest] = partsById.get(entry.id) ?? (shown.has(entry.id) ? [] : [entry]);
    return first ? [[first, ...rest] as const] : [];
  });
}

/** Entries with those that go on from another in its place, in the order they came in; the same where none does. */
export const wholeEntries = <E extends Entry>(entries: readonly E[]): readonly E[] =>
  entries.some(({ value }) => value.continues !== undefined)
    ? partsOfEach(entries).map((parts) => (parts.length === 1 ? parts[0] : joinedEntry(parts)))
    : entries;

/** Whole entries without those that were removed, with all that goes on from them. */
export const standingEntries = <E extends Entry>(entries: readonly E[]): readonly E[] =>
  wholeEntries(entries).filter(({ value }) => value.removed !== true);
