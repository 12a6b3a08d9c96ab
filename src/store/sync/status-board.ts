/** The status line's facts, gathered from where each is known, told to whoever watches. */
import type { Instant } from "#model/time.ts";
import type { Account } from "#store/account.ts";
import { readableUntil as endOfReading } from "#store/lease.ts";
import type { Marks } from "#store/ports.ts";
import type { SyncStatus, Unwatch } from "#store/store.ts";

/** The facts of a status, each of which may be undefined. */
type Entries = { readonly [Name in keyof SyncStatus]?: SyncStatus[Name] | undefined };

/** A status that is put together piece by piece. */
export interface StatusBoard {
  readonly status: () => SyncStatus;
  readonly watch: (listener: () => void) => Unwatch;
  readonly put: (entries: Entries) => void;
  /** Resolves when everything that is read from this device has been put once. */
  readonly isFilled: Promise<void>;
}

const needed = ["unsent", "refused", "isComplete"] as const;

/** A board on which nothing has been put. */
export function createStatusBoard(): StatusBoard {
  const { promise: isFilled, resolve } = Promise.withResolvers<void>();
  const listeners = new Set<() => void>();
  let entries: Entries = {};
  let status: SyncStatus = { unsent: 0, refused: 0, busy: false, isComplete: false };
  return {
    status: () => status,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put: (more) => {
      entries = { ...entries, ...more };
      status = statusOf(entries);
      if (needed.every((name) => entries[name] !== undefined)) resolve();
      for (const listener of listeners) listener();
    },
    isFilled,
  };
}

/** What the marks of this device say at this moment. */
export const fromMarks = (home: Account["home"], marks: Marks, now: Instant): Entries => ({
  allSentAt: marks.allSentAt,
  isComplete: marks.isComplete ?? false,
  readableUntil: endOfReading(home, marks, now),
});

/** A status of these facts. */
export const statusOf = ({
  unsent,
  refused,
  busy,
  isComplete,
  allSentAt,
  problem,
  readableUntil,
  waiting,
}: Entries): SyncStatus => ({
  unsent: unsent ?? 0,
  refused: refused ?? 0,
  busy: busy ?? false,
  isComplete: isComplete ?? false,
  ...(allSentAt === undefined ? {} : { allSentAt }),
  ...(problem === undefined ? {} : { problem }),
  ...(readableUntil === undefined ? {} : { readableUntil }),
  ...(waiting === undefined ? {} : { waiting }),
});
