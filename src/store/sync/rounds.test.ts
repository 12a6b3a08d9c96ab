import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoundResult } from "#store/replicate/replicating.ts";
import { createRounds } from "./rounds.ts";
import type { Rounds, Tempo } from "./rounds.ts";

const tempo: Tempo = {
  firstMs: 0,
  writtenMs: 1000,
  rungMs: 400,
  idleMs: 60_000,
  failedMs: 2000,
  failedMaxMs: 16_000,
};
const good: RoundResult = { sent: 0, fetched: 0, refused: 0, allSent: true };

let count = 0;
let result = good;
let rounds: Rounds;

beforeEach(() => {
  vi.useFakeTimers();
  count = 0;
  result = good;
  rounds = createRounds(
    async () => {
      count += 1;
      return result;
    },
    () => 0.5,
    tempo,
  );
});
afterEach(() => vi.useRealTimers());

test("a round happens at the start, and then now and then", async () => {
  rounds.start(0);
  await vi.advanceTimersByTimeAsync(0);
  expect(count).toBe(1);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(count).toBe(1);
  await vi.advanceTimersByTimeAsync(2);
  expect(count).toBe(2);
});

test("many writes go in one round, before long, however long the typing goes on", async () => {
  rounds.start(0);
  await vi.advanceTimersByTimeAsync(0);
  for (let letter = 0; letter < 15; letter += 1) {
    rounds.written();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(count).toBe(2);
});

test("a failing server is asked later and later, and a write does not hurry it", async () => {
  result = { ...good, problem: { code: "server-failed" } };
  rounds.start(0);
  await vi.advanceTimersByTimeAsync(0);
  for (const waitMs of [2000, 4000, 8000, 16_000, 16_000]) {
    const before = count;
    rounds.written();
    await vi.advanceTimersByTimeAsync(waitMs - 1);
    expect(count).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(count).toBe(before + 1);
  }
});

test("after a ring the waiting begins anew: a connection that is back may fail once more at first", async () => {
  result = { ...good, problem: { code: "offline" } };
  rounds.start(0);
  await vi.advanceTimersByTimeAsync(100_000);
  rounds.rung();
  await vi.advanceTimersByTimeAsync(200);
  const before = count;
  result = good;
  await vi.advanceTimersByTimeAsync(2000);
  expect(count).toBe(before + 1);
});

test("when the server calls a round happens at once, when a connection is back a little later", async () => {
  rounds.start(0);
  await vi.advanceTimersByTimeAsync(0);
  rounds.called();
  await vi.advanceTimersByTimeAsync(0);
  expect(count).toBe(2);
  rounds.rung();
  await vi.advanceTimersByTimeAsync(199);
  expect(count).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(count).toBe(3);
});

test("a call while a server fails hurries it, and the waiting begins anew", async () => {
  result = { ...good, problem: { code: "offline" } };
  rounds.start(0);
  await vi.advanceTimersByTimeAsync(100_000);
  const before = count;
  rounds.called();
  await vi.advanceTimersByTimeAsync(2000);
  expect(count).toBe(before + 2);
});

test("a ring does hurry it, and a stop ends everything", async () => {
  result = { ...good, problem: { code: "offline" } };
  rounds.start(0);
  await vi.advanceTimersByTimeAsync(0);
  rounds.rung();
  await vi.advanceTimersByTimeAsync(200);
  expect(count).toBe(2);
  rounds.stop();
  rounds.rung();
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(count).toBe(2);
});
