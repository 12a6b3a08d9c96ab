/**
 * A row storage in memory, for tests and the simulation: the same contract as the device's own,
 * with nothing durable but the object itself.
 */
import type { Id } from "#model/id.ts";
import type { Marks, Refused, RowStorage } from "#store/ports.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Row } from "#store/replicate/row.ts";

/** The marks of a device that never met a server. */
const noMarks: Marks = { positions: {}, opened: [] };

const pageSize = 100;

/** An empty storage; give it another's contents to stand for the same disk after a restart. */
export function createMemoryRows(disk: MemoryDisk = createMemoryDisk()): RowStorage {
  const { rows, refused } = disk;
  const put = (row: Row): void => {
    // A row waits from the first change that was not sent: later ones keep its place.
    const waited = rows.get(row.id);
    if (waited && !isUnsent(waited) && isUnsent(row)) rows.delete(row.id);
    rows.set(row.id, row);
  };
  return {
    read: async (ids) => new Map(ids.flatMap((id) => pairOf(id, rows.get(id)))),
    rewrite: async (ids, rewrite) => {
      for (const id of ids) {
        const after = rewrite(rows.get(id), id);
        if (after === "drop") rows.delete(id);
        else if (after !== "leave") put(after);
      }
    },
    unsent: async (limit) => [...rows.values()].filter(isUnsent).slice(0, limit),
    async *pages() {
      const ids = [...rows.keys()].toSorted();
      for (let from = 0; from < ids.length; from += pageSize)
        yield ids.slice(from, from + pageSize).flatMap((id) => rows.get(id) ?? []);
    },
    readMarks: async () => disk.marks,
    changeMarks: async (change) => {
      disk.marks = change(disk.marks);
    },
    refused: async () => [...refused.values()].toSorted((a, b) => a.refusedAt - b.refusedAt),
    putRefused: async (id, change) => void refused.set(id, change(refused.get(id))),
    dropRefused: async (id, refusedAt = Infinity) => {
      if ((refused.get(id)?.refusedAt ?? Infinity) <= refusedAt) refused.delete(id);
    },
  };
}

const pairOf = (id: Id, row: Row | undefined): [Id, Row][] => (row ? [[id, row]] : []);

/** What outlives a device that is switched off. */
export interface MemoryDisk {
  readonly rows: Map<Id, Row>;
  readonly refused: Map<Id, Refused>;
  marks: Marks;
}

/** A disk with nothing on it. */
export const createMemoryDisk = (): MemoryDisk => ({ rows: new Map(), refused: new Map(), marks: noMarks });
