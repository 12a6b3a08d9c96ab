/** One device of Maisie's for tests of a round: the real replicator over memory and a server that goes wrong when it is told to. */
import type { Id } from "#model/id.ts";
import { createReplicator } from "#store/replicate/replicator.ts";
import type { Replicator } from "#store/replicate/replicator.ts";
import type { RowStorage } from "#store/ports.ts";
import { written } from "#store/replicate/row-rules.ts";
import type { Row } from "#store/replicate/row.ts";
import { createMemoryDisk, createMemoryRows } from "./memory-rows.ts";
import type { MemoryDisk } from "./memory-rows.ts";
import { retyped } from "./rows.ts";
import { seededRandom } from "./seeded-random.ts";
import { ToyServer } from "./toy-server.ts";

/** A device, and what a test may do to what it stands on. */
interface Bench {
  readonly server: ToyServer;
  readonly disk: MemoryDisk;
  readonly storage: RowStorage;
  readonly device: Replicator;
  /** Makes the nth coming call of a storage function fail. */
  readonly failNext: (call: "read" | "rewrite" | "changeMarks" | "putRefused", nth?: number) => void;
}

/** A device that holds these rows. */
export function aDevice(...rows: readonly Row[]): Bench {
  const [server, disk] = [new ToyServer(), createMemoryDisk()];
  for (const row of rows) disk.rows.set(row.id, row);
  const inner = createMemoryRows(disk);
  const due = new Map<string, number>();
  const storage: RowStorage = {
    ...inner,
    read: (ids) => failing("read", () => inner.read(ids)),
    rewrite: (ids, rewrite) => failing("rewrite", () => inner.rewrite(ids, rewrite)),
    changeMarks: (change) => failing("changeMarks", () => inner.changeMarks(change)),
    putRefused: (id, put) => failing("putRefused", () => inner.putRefused(id, put)),
  };
  const failing = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    const left = due.get(name);
    if (left === undefined) return call();
    due.set(name, left - 1);
    if (left > 1) return call();
    due.delete(name);
    throw new DOMException("no room", "QuotaExceededError");
  };
  const surroundings = { now: () => 5000, random: seededRandom(1) };
  const device = createReplicator({ storage, transport: server, surroundings, may: () => true });
  return { server, disk, storage, device, failNext: (call, nth = 1) => due.set(call, nth) };
}

/** Another tab of the device, or its first one after a restart. */
export const anotherTab = ({ storage, server }: Pick<Bench, "storage" | "server">): Replicator =>
  createReplicator({
    storage,
    transport: server,
    surroundings: { now: () => 6000, random: seededRandom(2) },
    may: () => true,
  });

/** Somebody types other words in an entry. */
export const type = (storage: RowStorage, id: Id, words: string): Promise<void> =>
  storage.rewrite([id], (row) =>
    row ? written(row, { envelope: row.envelope, state: retyped(row.state, words) }) : "leave",
  );
