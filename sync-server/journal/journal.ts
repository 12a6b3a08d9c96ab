/**
 * The journal: what was taken away, one line each, kept outside the database, so that putting an older copy of
 * it in place never gives access back; and that private entries were opened, so that it never hides that somebody
 * looked. It holds ids and hashes and no word that anybody typed. A line is on the disk
 * before the change it tells of is answered. Source: RULES S13, S15.
 */
import * as v from "valibot";
import { canonicalJson, hashOf } from "#model/record/bytes.ts";

const envelope = v.object({
  id: v.string(),
  kind: v.string(),
  learner: v.exactOptional(v.string()),
  org: v.exactOptional(v.string()),
});
const stamps = v.object({
  createdBy: v.string(),
  createdAt: v.number(),
  arrivedAt: v.number(),
  number: v.exactOptional(v.number()),
});

const change = v.union([
  /** An end of a membership, a choice that narrows, an erasure, an opening without its reason: the record itself, its state in base64. */
  v.object({ fact: v.object({ envelope, stamps, state: v.string() }) }),
  /** Hashes of the tokens of sessions that ended. */
  v.object({ sessionsEnded: v.array(v.string()) }),
  /** Hashes of codes that were used, and when. */
  v.object({ codesUsed: v.array(v.string()), at: v.number() }),
  /** Hashes of codes that are good no more. */
  v.object({ codesDropped: v.array(v.string()) }),
  v.object({ deviceRevoked: v.object({ id: v.string(), person: v.string(), at: v.number() }) }),
  /** An account as it stands: the password as it is kept, and when its person left. */
  v.object({
    account: v.object({
      person: v.string(),
      password: v.exactOptional(v.string()),
      leftAt: v.exactOptional(v.number()),
    }),
  }),
]);

const entry = v.object({
  id: v.string(),
  at: v.number(),
  /** Whose it is: what tells this installation's data from another's. Absent in one that counts for any. */
  of: v.exactOptional(v.string()),
  /** Absent when the change was not made after all. */
  changes: v.exactOptional(v.array(change)),
});

/** Something that was taken away, or looked at. */
export type JournalChange = v.InferOutput<typeof change>;
/** What one transaction took away; without changes, that it did not after all. */
export type JournalEntry = v.InferOutput<typeof entry>;

/** Where a server writes what it takes away. */
export interface Journal {
  /** Resolves when the entry is on the disk; rejects when it cannot be. */
  append(entry: JournalEntry): Promise<void>;
  /** Everything there is, oldest first. */
  entries(): Promise<readonly JournalEntry[]>;
}

/** A journal that is gone with the process: for tests. */
export function createMemoryJournal(): Journal {
  const lines: string[] = [];
  return {
    append: async (one) => void lines.push(entryToLine(one)),
    entries: async () => inOrder(readLines(lines.join("")).entries),
  };
}

/** An entry as it is written, with its checksum. */
export const entryToLine = (one: JournalEntry): string =>
  `${JSON.stringify({ ...one, sum: hashOf(canonicalJson(one)) })}\n`;

/** What a file of lines says. */
export interface ReadJournal {
  readonly entries: readonly JournalEntry[];
  /** Lines that are no whole entry: the last one when the power went, others when the file is damaged. */
  readonly unreadable: number;
}

/** Reads lines; those that are torn or changed are left out and counted. */
export function readLines(text: string): ReadJournal {
  const lines = text.split("\n").filter((line) => line !== "");
  const entries = lines.flatMap((line) => lineToEntry(line) ?? []);
  return { entries, unreadable: lines.length - entries.length };
}

function lineToEntry(line: string): JournalEntry | undefined {
  const { sum, ...rest } = asObject(line);
  const read = v.safeParse(entry, rest);
  return read.success && sum === hashOf(canonicalJson(rest)) ? read.output : undefined;
}

function asObject(line: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(line) as object) };
  } catch {
    return {};
  }
}

/**
 * Entries of several journals as they happened; the clocks of the servers that wrote them are taken at their word, but
 * for the lines of one entry: these stay in the order they were written in.
 */
export function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const begunAt = new Map<string, number>();
  for (const { id, at } of entries) if (!begunAt.has(id)) begunAt.set(id, at);
  const placeOf = ({ id, at }: JournalEntry): number => begunAt.get(id) ?? at;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b));
}
