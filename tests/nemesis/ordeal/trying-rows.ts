/** A disk as devices have it: every call takes a while, so that what goes on in two tabs mixes, and a read fails at times. */
import { setImmediate as turn } from "node:timers/promises";
import type { RowStorage } from "#store/ports.ts";
import { rowsThrough } from "#store/replicate/rows-through.ts";
import type { Chance } from "#tests/sync/world/chance.ts";

/** How a disk is at the moment. */
export interface DiskMood {
  /** Fails the next call that reads. */
  failNextRead: boolean;
  readonly onFailed: () => void;
}

class LocalReadFailed extends Error {
  override readonly name = "LocalReadFailed";
}

const reads: ReadonlySet<keyof RowStorage> = new Set(["read", "unsent", "pages", "readMarks", "refused"]);

/** The storage, with calls that take their time. */
export function tryingRows(rows: RowStorage, chance: Chance, mood: DiskMood): RowStorage {
  const slowly = async <T>(call: () => Promise<T>): Promise<T> => {
    for (let turns = chance.below(3); turns > 0; turns -= 1) await turn();
    const result = await call();
    for (let turns = chance.below(3); turns > 0; turns -= 1) await turn();
    return result;
  };
  const reading = <T>(call: () => Promise<T>): Promise<T> =>
    slowly(() => {
      if (!mood.failNextRead) return call();
      mood.failNextRead = false;
      mood.onFailed();
      throw new LocalReadFailed();
    });
  return rowsThrough((call, name) => (reads.has(name) ? reading(call) : slowly(call)), rows);
}
