/** Live questions to a memory disk, answered when the world lets the news through: what `Records` stands on beside storage. */
import type { Id } from "#model/id.ts";
import type { Watching } from "#store/database/watching.ts";
import type { Row } from "#store/replicate/row.ts";
import type { StoredRecord } from "#store/store.ts";
import type { MemoryDisk } from "#tests/support/memory-rows.ts";

interface Waiting {
  readonly id: Id;
  readonly listener: (row: Row | undefined) => void;
  told: Row | undefined;
}

/** Live questions of one tab. */
export interface LiveRows extends Pick<Watching, "get" | "record" | "row" | "all" | "unsentCount"> {
  /** Tells every listener what has changed since it was last told. */
  tell(): void;
}

/** No question is open yet. Only rows are watched: no screens are drawn here. */
export function createLiveRows(disk: MemoryDisk): LiveRows {
  const waiting = new Set<Waiting>();
  const unwatched = () => () => undefined;
  return {
    get: async (id) => {
      const row = disk.rows.get(id);
      return row && recordOf(row);
    },
    row(id, listener) {
      const one: Waiting = { id, listener, told: disk.rows.get(id) };
      waiting.add(one);
      listener(one.told);
      return () => waiting.delete(one);
    },
    tell() {
      for (const one of waiting) {
        const row = disk.rows.get(one.id);
        if (row === one.told) continue;
        one.told = row;
        one.listener(row);
      }
    },
    record: unwatched,
    all: unwatched,
    unsentCount: unwatched,
  };
}

const recordOf = ({ id, envelope, value, localRev, ackedRev }: Row): StoredRecord => ({
  id,
  kind: envelope.kind,
  value: value as StoredRecord["value"],
  unsent: localRev > ackedRev,
  createdBy: envelope.createdBy ?? `person_`,
  createdAt: envelope.createdAt ?? 0,
});
