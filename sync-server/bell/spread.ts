/**
 * What many are to do, one soon after the other: a thousand devices that are rung at once would all ask at once, and
 * whoever is rung for something else would wait behind them. The first few go at once; after them it takes as long as there are many.
 */

/** How what many do is spread. */
export interface Spreading {
  /** So many go at once, and whatever concerns no more than these is not spread at all. */
  readonly atOnce: number;
  /** After them one goes in so many milliseconds: about what answering one takes a server. */
  readonly everyMs: number;
}

/** The spreading people get: a thousand within four seconds. */
export const usualSpreading: Spreading = { atOnce: 32, everyMs: 4 };

/** Takes turns. */
export interface Spread<T> {
  /** Has one go as soon as its turn comes; one that waits already keeps its turn. */
  readonly add: (one: T) => void;
  /** Lets go of one that is no longer there. */
  readonly drop: (one: T) => void;
}

/** Calls `go` for each that is added, spread. */
export function createSpread<T>({ atOnce, everyMs }: Spreading, go: (one: T) => void): Spread<T> {
  const waiting = new Set<T>();
  let free = atOnce;
  let timer: NodeJS.Timeout | undefined;
  const step = (): void => {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else {
      waiting.delete(next);
      go(next);
    }
    if (free < atOnce) return;
    clearInterval(timer);
    timer = undefined;
  };
  return {
    add: (one) => {
      if (free === 0) waiting.add(one);
      else {
        free -= 1;
        go(one);
      }
      timer ??= setInterval(step, everyMs).unref();
    },
    drop: (one) => void waiting.delete(one),
  };
}
