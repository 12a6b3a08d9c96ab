/** A disk as devices have it: every call takes a while, so that what goes on in two tabs mixes, and a read fails at times. */
import { setImmediate as turn } from "node:timers/promises";
import type { RowStorage } from "#store/ports.ts";
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
  return {
    read: (ids) => reading(() => rows.read(ids)),
    rewrite: (ids, rewrite) => slowly(() => rows.rewrite(ids, rewrite)),
    unsent: (limit) => reading(() => rows.unsent(limit)),
    async *pages() {
      const pages = rows.pages()[Symbol.asyncIterator]();
      const next = () => reading(() => pages.next());
      for (let page = await next(); page.done !== true; page = await next()) yield page.value;
    },
    readMarks: () => reading(() => rows.readMarks()),
    changeMarks: (change) => slowly(() => rows.changeMarks(change)),
    refused: () => reading(() => rows.refused()),
    putRefused: (id, put) => slowly(() => rows.putRefused(id, put)),
    dropRefused: (id, refusedAt) => slowly(() => rows.dropRefused(id, refusedAt)),
  };
}
