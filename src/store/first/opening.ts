/** The opening of a store that somebody may be using already: begun once, when it is first needed. */
import type { Outcome } from "#model/outcome.ts";
import type { Store, Unwatch } from "#store/store.ts";

/** A store that is opened when it is needed. */
export interface Opening {
  /** Undefined until it is open. */
  readonly now: () => Store | undefined;
  /** Begins to open it, if nobody has. Resolves when it is open; never where it cannot be opened, since then the page says so. */
  readonly needed: () => Promise<Store>;
  /** Begins what needs it once it is open, without opening it for that. The returned function ends either. */
  readonly following: (begin: (store: Store) => Unwatch) => Unwatch;
  /** Closes it, if it was opened; it is not opened any more. */
  readonly close: () => Promise<void>;
}

/** An opening that has not begun. */
export function createOpening(open: () => Promise<Outcome<Store>>): Opening {
  const opened = Promise.withResolvers<Store>();
  let store: Store | undefined;
  let under: Promise<void> | undefined;
  let isClosed = false;
  const begin = async (): Promise<void> => {
    const outcome = await open();
    if (!outcome.ok) return;
    store = outcome.value;
    opened.resolve(outcome.value);
  };
  return {
    now: () => store,
    needed: () => {
      if (!isClosed) under ??= begin();
      return opened.promise;
    },
    following: (follow) => {
      let isOver = false;
      let stop: Unwatch | undefined;
      void opened.promise.then((ready) => {
        if (!isOver) stop = follow(ready);
      });
      return () => {
        isOver = true;
        stop?.();
      };
    },
    close: async () => {
      isClosed = true;
      await under;
      await store?.close();
    },
  };
}
