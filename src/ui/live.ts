/**
 * A value that changes by itself, in the shape that React's `useSyncExternalStore` reads. The same
 * one is shared by every component that asks for it, and it goes on watching for a moment after the
 * last has gone, so that the next screen shows at once what the last one knew.
 */
import type { Unwatch } from "#store/store.ts";

/** A value that may not have come yet, and word of each change. */
export interface Live<T> {
  readonly subscribe: (listener: () => void) => Unwatch;
  /** Undefined until the first value has come. The same value until it changes. */
  readonly current: () => T | undefined;
}

/** What happens after nobody shows the value any more. */
interface Ending {
  /** How long it is watched on, in milliseconds; 0 unless said. */
  readonly lingerMs?: number;
  /** Called when watching has stopped. */
  readonly onIdle?: () => void;
}

/** When a change is told. */
interface Telling {
  /**
   * True to tell of a change a moment later, together with whatever else changed meanwhile: a page that
   * reads twenty records is drawn once for all. Never for what is being typed, which must show at once.
   */
  readonly together?: boolean;
}

const waiting = new Set<() => void>();

function tellTogether(tell: () => void): void {
  if (waiting.size === 0) setTimeout(tellWaiting);
  waiting.add(tell);
}

function tellWaiting(): void {
  const all = [...waiting];
  waiting.clear();
  for (const tell of all) tell();
}

/** Shares one watching between all subscribers. */
export function createLive<T>(
  watch: (listener: (value: T) => void) => Unwatch,
  { lingerMs = 0, onIdle, together = false }: Ending & Telling = {},
): Live<T> {
  const listeners = new Set<{ readonly tell: () => void }>();
  let value: T | undefined;
  let unwatch: Unwatch | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    for (const listener of listeners) listener.tell();
  };
  const receive = (next: T): void => {
    value = next;
    if (together) tellTogether(tell);
    else tell();
  };
  const stop = (): void => {
    unwatch?.();
    unwatch = undefined;
    onIdle?.();
  };
  return {
    subscribe: (tellOne) => {
      const listener = { tell: tellOne };
      clearTimeout(lingering);
      listeners.add(listener);
      unwatch ??= watch(receive);
      return () => {
        // Leaving once more ends nothing: the watching may be somebody else's by now.
        if (!listeners.delete(listener) || listeners.size > 0) return;
        lingering = setTimeout(stop, lingerMs);
      };
    },
    current: () => value,
  };
}

/**
 * Several values as one: undefined until each has come, and told of once for all, so that a page that
 * stands on many is drawn once. Changes with every one of them from then on.
 */
export function gather<T extends readonly unknown[]>(lives: {
  readonly [Place in keyof T]: Live<T[Place]>;
}): Live<T> {
  let gathered: T | undefined;
  return {
    subscribe: (listener) => {
      const stops = lives.map((live) => live.subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
    current: () => {
      const values = lives.map((live) => live.current());
      if (values.includes(undefined)) return undefined;
      const known = gathered;
      if (!known || values.some((value, place) => value !== known[place])) gathered = values as unknown as T;
      return gathered;
    },
  };
}

/** Resolves once a value has come, and watches it until then. */
export const firstOf = (live: Live<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (live.current() === undefined) return;
      resolve();
      queueMicrotask(stop);
    };
    const stop = live.subscribe(look);
    look();
  });

/** A value that never comes: for hooks that are asked for nothing. */
export const never: Live<never> = { subscribe: () => () => undefined, current: () => undefined };
