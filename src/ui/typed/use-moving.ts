/**
 * Words on their way into other records. While the disk has no room for them it is tried again and
 * again, also when their page was left meanwhile; until then they count as not saved.
 */
import { useEffect, useRef, useState } from "react";
import { yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import { isPassing } from "#store/storage-failure.ts";
import { addWaitingWords } from "#ui/open-editors.ts";

/** How long after a failed try the next comes by itself, in milliseconds. */
const retryMs = 3000;

/** Moves all that waits to be moved. Problems: those of creating; then nothing was moved. */
type Work = () => Promise<Outcome<unknown>>;

/** How far the words have come. */
interface Way {
  readonly isMoving: boolean;
  /** Why the last try failed. */
  readonly problem?: Problem | undefined;
}

const atRest: Way = { isMoving: false };

/** Writes a text on in other records. */
type Write = (name: string, words: string) => Promise<Outcome<unknown>>;

/** The words of one place to write. */
export interface Moving extends Way {
  /** Texts that wait for room elsewhere, by field name: the box keeps them meanwhile. */
  readonly held: Readonly<Record<string, string>>;
  /** Moves a text now, and again until it could be moved or there is another. */
  readonly move: (name: string, words: string, write: Write) => void;
  /** This field needs no other room any more. */
  readonly stop: (name: string) => void;
  /** Resolves when no words are on their way. */
  readonly settled: () => Promise<unknown>;
  /** False once the page was left. */
  readonly isShown: () => boolean;
}

function createMover(tell: (way: Way) => void) {
  let wanted: Work | undefined;
  let running: Promise<Outcome<unknown>> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let forget = (): void => undefined;
  let rest = Promise.withResolvers<void>();
  rest.resolve();
  let last: Way = atRest;

  const say = (way: Way): void => {
    last = way;
    tell(way);
  };
  const come = (way: Way): void => {
    clearTimeout(retry);
    wanted = undefined;
    forget();
    rest.resolve();
    say(way);
  };
  const attempt = async (work: Work): Promise<Outcome<unknown>> => {
    say({ ...last, isMoving: true });
    const moved = await work();
    running = undefined;
    if (moved.ok) come(atRest);
    else if (isPassing(moved.problem)) {
      say({ isMoving: false, problem: moved.problem });
      retry = setTimeout(() => void tryNow(), retryMs);
    } else come({ isMoving: false, problem: moved.problem });
    return moved;
  };
  const tryNow = async (): Promise<Outcome<unknown>> => {
    clearTimeout(retry);
    if (!wanted) return yes(true);
    running ??= attempt(wanted);
    return running;
  };
  return {
    move: (work: Work): void => {
      if (!wanted) {
        rest = Promise.withResolvers();
        forget = addWaitingWords({
          flush: async () => {
            const moved = await tryNow();
            return moved.ok ? yes(true) : moved;
          },
        });
      }
      wanted = work;
      void tryNow();
    },
    stop: (): void => {
      if (wanted && !running) come(atRest);
      else if (last.problem) say({ ...last, problem: undefined });
    },
    settled: (): Promise<unknown> => rest.promise,
  };
}

const none: Moving["held"] = {};

/** Nothing moves until it is told to. */
export function useMoving(): Moving {
  const [way, setWay] = useState(atRest);
  const [held, setHeld] = useState(none);
  const [mover] = useState(() => createMover(setWay));
  const waiting = useRef(new Map<string, string>());
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const hold = (): void => setHeld(waiting.current.size === 0 ? none : Object.fromEntries(waiting.current));
  const move: Moving["move"] = (name, words, write) => {
    waiting.current.set(name, words);
    if (held !== none) hold();
    mover.move(async () => {
      for (const [text, all] of waiting.current) {
        const written = await write(text, all);
        if (written.ok) waiting.current.delete(text);
        hold();
        if (!written.ok) return written;
      }
      return yes(true);
    });
  };
  const stop = (name: string): void => {
    if (waiting.current.delete(name)) hold();
    if (waiting.current.size === 0) mover.stop();
  };
  return { ...way, held, move, stop, settled: mover.settled, isShown: () => isShown.current };
}
