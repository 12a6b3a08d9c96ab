/**
 * What each record said when its person last looked at it, so that what others changed since can be
 * marked. Private to this device. One's own changes made here are no news: they are followed, field by
 * field. Those from another device of one's own cannot be told from others' and are marked: a text does
 * not say who typed it, and only the server knows whose device wrote what.
 */
import type { Id } from "#model/id.ts";
import { printsOf, withOwnChange } from "#model/views/prints.ts";
import type { Prints } from "#model/views/prints.ts";
import type { Row } from "#store/replicate/row.ts";
import type { Looked, OwnChange } from "./store.ts";

/** Where prints are kept. */
export interface LookedTable {
  lookedAt(ids: readonly Id[]): Promise<ReadonlyMap<Id, Prints>>;
  noteLooked(prints: ReadonlyMap<Id, Prints>): Promise<void>;
}

/** What was looked at, and the way to tell it of one's own changes. */
export interface FollowedLooked extends Looked {
  /** Called after each write of this person's that became durable. */
  follow(before: Row | undefined, after: Row): void;
  /** Resolves when every change is followed. */
  settle(): Promise<void>;
}

/** A burst of typing is followed once, this long after it began, in milliseconds. */
const followMs = 400;

/** What a record said before and after: prints of it are made only where they are wanted. */
type Step = { readonly before: Row["value"]; readonly after: Row["value"] };

const printed = ({ before, after }: Step): { readonly before: Prints; readonly after: Prints } => ({
  before: printsOf(before),
  after: printsOf(after),
});

/** Over a table of the person's own. */
export function createLooked(table: LookedTable): FollowedLooked {
  const listeners = new Set<(change: OwnChange) => void>();
  const waiting = new Map<Id, Step>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();

  const followAll = async (): Promise<void> => {
    const steps = new Map(waiting);
    waiting.clear();
    const looked = await table.lookedAt([...steps.keys()]);
    const followed = new Map<Id, Prints>();
    for (const [id, step] of steps) {
      const prints = looked.get(id);
      if (prints) followed.set(id, withOwnChange(prints, printed(step)));
    }
    await table.noteLooked(followed);
  };
  /** A mark that could not be kept is shown once more; nothing anybody wrote depends on it. */
  const after = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch(() => undefined);
    return last;
  };
  const settle = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return waiting.size > 0 ? after(followAll) : last;
  };
  return {
    at: async (ids) => {
      await settle();
      return table.lookedAt(ids).catch(() => new Map());
    },
    note: (prints) => {
      void settle();
      return after(() => table.noteLooked(prints));
    },
    watchOwn: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (before, now) => {
      if (!before) return;
      const step = { before: before.value, after: now.value };
      waiting.set(now.id, { ...step, before: waiting.get(now.id)?.before ?? before.value });
      timer ??= setTimeout(() => void settle(), followMs);
      for (const listener of listeners) listener({ id: now.id, ...printed(step) });
    },
    settle,
  };
}
