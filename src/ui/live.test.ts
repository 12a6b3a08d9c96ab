import { expect, test, vi } from "vitest";
import { createLive, gather } from "./live.ts";
import type { Live } from "./live.ts";

interface Told<T> {
  readonly live: Live<T>;
  readonly tell: (value: T) => void;
}

function aLive<T>(telling: Parameters<typeof createLive<T>>[1] = {}): Told<T> {
  let tell: (value: T) => void = () => undefined;
  const live = createLive<T>((listener) => {
    tell = listener;
    return () => undefined;
  }, telling);
  return { live, tell: (value) => tell(value) };
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
  await vi.waitFor(() => expect(told).toEqual(["told", "told"]));
});
