/** What waits on this device, counted twice: in records, for what must be exact, and in things, for people. */
import type { Id } from "#model/id.ts";
import { entriesToRead, waitingThings } from "#model/views/waiting-things.ts";
import type { Countable, WaitingThing } from "#model/views/waiting-things.ts";
import type { Watching } from "#store/database/watching.ts";
import type { RowStorage } from "#store/ports.ts";
import type { Row } from "#store/replicate/row.ts";
import { attempted } from "#store/storage-failure.ts";
import type { Unwatch } from "#store/store.ts";

/** Both counts of one moment. */
export interface Waiting {
  readonly unsent: number;
  readonly waiting: readonly WaitingThing[];
}

const countable = ({ id, envelope: { kind, createdAt }, value }: Row): Countable => ({
  id,
  kind,
  createdAt,
  value,
});

/** Reads what is unsent, and of sent entries those that parts of them lead to. */
export async function readWaiting(storage: Pick<RowStorage, "unsent" | "read">): Promise<Waiting> {
  const rows = await storage.unsent(Number.MAX_SAFE_INTEGER);
  const unsent = rows.map(countable);
  const read = new Map<Id, Countable>();
  const asked = new Set<Id>();
  const next = (): Id[] => entriesToRead(unsent, read).filter((id) => !asked.has(id));
  for (let ids = next(); ids.length > 0; ids = next()) {
    for (const id of ids) asked.add(id);
    for (const row of (await storage.read(ids)).values()) read.set(row.id, countable(row));
  }
  return { unsent: rows.length, waiting: waitingThings(unsent, read) };
}

interface Ground {
  readonly watching: Pick<Watching, "unsentCount">;
  readonly storage: Pick<RowStorage, "unsent" | "read">;
}

/** Tells the exact count at each change, and what the things are as soon as they are read; undefined where they cannot be. */
export function watchWaiting(
  { watching, storage }: Ground,
  listener: (waiting: { readonly [Count in keyof Waiting]?: Waiting[Count] | undefined }) => void,
): Unwatch {
  let asked = 0;
  const readThings = async (): Promise<void> => {
    const mine = asked;
    const read = await attempted(() => readWaiting(storage));
    if (mine === asked) listener({ waiting: read.ok ? read.value.waiting : undefined });
  };
  const stop = watching.unsentCount((unsent) => {
    asked += 1;
    listener(unsent === 0 ? { unsent, waiting: [] } : { unsent });
    if (unsent > 0) void readThings();
  });
  return () => {
    asked += 1;
    stop();
  };
}
