import { afterEach, expect, test, vi } from "vitest";
import { patience } from "#tests/support/patience.ts";
import { createLive, firstOf, gather } from "./live.ts";
import type { Live } from "./live.ts";

interface Told<T> {
  readonly live: Live<T>;
  readonly tell: (value: T) => void;
  readonly isWatched: () => boolean;
}

afterEach(() => vi.useRealTimers());

function aLive<T>(telling: Parameters<typeof createLive<T>>[1] = {}): Told<T> {
  let tell: ((value: T) => void) | undefined;
  const live = createLive<T>((listener) => {
    tell = listener;
    return () => {
      tell = undefined;
    };
  }, telling);
  return { live, tell: (value) => tell?.(value), isWatched: () => tell !== undefined };
}

test("several values are undefined together until the last has come", () => {
  const [words, count] = [aLive<string>(), aLive<number>()];
  const both = gather<readonly [string, number]>([words.live, count.live]);
  both.subscribe(() => undefined);
  words.tell("Soldered");
  expect(both.current()).toBeUndefined();
  count.tell(2);
  expect(both.current()).toEqual(["Soldered", 2]);
});

test("gathered values are the same until one of them changes", () => {
  const [words, count] = [aLive<string>(), aLive<number>()];
  const both = gather<readonly [string, number]>([words.live, count.live]);
  both.subscribe(() => undefined);
  words.tell("Soldered");
  count.tell(2);
  const before = both.current();
  expect(both.current()).toBe(before);
  count.tell(3);
  expect(both.current()).toEqual(["Soldered", 3]);
});

test("changes that are told together come a moment later, each listener once", async () => {
  const told: string[] = [];
  const sources = [aLive<number>({ together: true }), aLive<number>({ together: true })];
  for (const { live } of sources) live.subscribe(() => told.push("told"));
  for (const { tell } of [...sources, ...sources]) tell(1);
  expect(told).toEqual([]);
  await vi.waitFor(() => expect(told).toEqual(["told", "told"]), patience);
});

test("a page whose values were read ahead is told of every change, for as long as it stands there", async () => {
  vi.useFakeTimers();
  const sources = [1, 2, 3].map(() => aLive<number>({ together: true, lingerMs: 20_000 }));
  const page = gather(sources.map(({ live }) => live));
  const ahead = firstOf(page);
  for (const { tell } of sources) tell(1);
  await vi.advanceTimersByTimeAsync(0);
  await ahead;
  const told = vi.fn<() => void>();
  page.subscribe(told);
  await vi.advanceTimersByTimeAsync(60_000);
  for (const { tell } of sources) tell(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveBeenCalled();
  expect(page.current()).toEqual([2, 2, 2]);
});

test("a value that is let go more than once is watched on for whoever comes next, and then a while longer", async () => {
  vi.useFakeTimers();
  const source = aLive<number>({ lingerMs: 20_000 });
  const leave = gather([source.live, source.live]).subscribe(() => undefined);
  leave();
  leave();
  const stay = source.live.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(source.isWatched()).toBe(true);
  stay();
  await vi.advanceTimersByTimeAsync(19_999);
  expect(source.isWatched()).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(source.isWatched()).toBe(false);
});
