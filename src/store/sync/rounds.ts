/**
 * When rounds happen in the tab that replicates: at once when the server calls, soon after something is written
 * or may have changed, else now and then; later and later while the server cannot be reached, never all devices at once.
 */
import type { Random } from "#model/id.ts";
import type { RoundResult } from "#store/replicate/replicating.ts";

/** The waiting times, in milliseconds. */
export interface Tempo {
  /** After the start, where everything was fetched once already. */
  readonly firstMs: number;
  /** After a write, so that typing goes in few rounds. */
  readonly writtenMs: number;
  /** After what many devices may notice at the same time, at most: spread so that a thousand do not come at once. */
  readonly rungMs: number;
  /** Between rounds while nothing happens. */
  readonly idleMs: number;
  /** After the first failure, doubling up to `failedMaxMs`. */
  readonly failedMs: number;
  readonly failedMaxMs: number;
}

/** The waiting times people get. */
export const usualTempo: Tempo = {
  firstMs: 1000,
  writtenMs: 1200,
  rungMs: 400,
  idleMs: 60_000,
  failedMs: 2000,
  failedMaxMs: 300_000,
};

/** Runs rounds, one after the other. */
export interface Rounds {
  /** The first round comes after `waitMs`, or when something rings or is written before. */
  start(waitMs: number): void;
  stop(): void;
  /** Something was written here: a round before long, unless the server is failing. */
  written(): void;
  /** The server calls, which calls few at a time: a round at once, whatever went before; should it fail, the next are as near as after a first failure. */
  called(): void;
  /** Something may have changed, maybe for all devices around: the same, nearly at once. */
  rung(): void;
  /** Resolves after one whole round that began after this call. */
  now(): Promise<RoundResult>;
  /** Resolves when no round is under way. */
  settled(): Promise<unknown>;
}

/** Rounds that have not started. */
export function createRounds(
  round: () => Promise<RoundResult>,
  random: Random,
  tempo: Tempo = usualTempo,
): Rounds {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Infinity;
  let isStarted = false;
  let failures = 0;
  let last: Promise<unknown> = Promise.resolve();

  const plan = (waitMs: number): void => {
    if (!isStarted || performance.now() + waitMs >= dueAt) return;
    clearTimeout(timer);
    dueAt = performance.now() + waitMs;
    timer = setTimeout(() => void now(), waitMs);
  };
  const hurry = (waitMs: number): void => {
    failures = 0;
    plan(waitMs);
  };
  const rest = (): void => {
    clearTimeout(timer);
    dueAt = Infinity;
  };
  const planNext = (): void => {
    const backOffMs = Math.min(tempo.failedMaxMs, tempo.failedMs * 2 ** Math.max(0, failures - 1));
    plan((failures > 0 ? backOffMs : tempo.idleMs) * (0.75 + random() / 2));
  };
  const now = async (): Promise<RoundResult> => {
    rest();
    const running = round();
    last = Promise.allSettled([last, running]);
    try {
      const result = await running;
      failures = result.problem ? failures + 1 : 0;
      return result;
    } catch (error) {
      failures += 1;
      throw error;
    } finally {
      planNext();
    }
  };
  return {
    start: (waitMs) => {
      isStarted = true;
      plan(waitMs);
    },
    stop: () => {
      isStarted = false;
      rest();
    },
    written: () => void (failures === 0 && plan(tempo.writtenMs)),
    called: () => hurry(0),
    rung: () => hurry(tempo.rungMs * random()),
    now,
    settled: () => last,
  };
}
