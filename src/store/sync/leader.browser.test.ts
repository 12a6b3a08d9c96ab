import { afterEach, expect, test } from "vitest";
import { openTab } from "#tests/support/browser/tabs.ts";
import { seekLead } from "./leader.ts";
import type { Pulse } from "./leader.ts";

const quick: Pulse = { beatMs: 10, silenceMs: 60 };
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

interface Candidate {
  /** Resolves with `leads` when it does lead, or does not. */
  until(leads: boolean): Promise<boolean>;
  readonly stop: () => void;
}

function candidate(name: string): Candidate {
  let leads = false;
  const waiting = new Set<() => void>();
  const stop = seekLead(
    name,
    (isNow) => {
      leads = isNow;
      for (const look of waiting) look();
    },
    quick,
  );
  stops.push(stop);
  const until = (wanted: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (leads === wanted) resolve(leads);
      };
      waiting.add(look);
      look();
    });
  return { until, stop };
}

test("one of two leads, and the other follows when it stops", async () => {
  const name = crypto.randomUUID();
  const first = candidate(name);
  await first.until(true);
  const second = candidate(name);
  await second.until(false);
  first.stop();
  expect(await Promise.all([first.until(false), second.until(true)])).toEqual([false, true]);
});

test("a leader that was killed is followed", async () => {
  const name = crypto.randomUUID();
  const tab = await openTab();
  await new Promise<void>((resolve) => {
    tab.seekLead(name, (leads) => leads && resolve(), quick);
  });
  const second = candidate(name);
  tab.kill();
  expect(await second.until(true)).toBe(true);
});

test("a leader that is frozen is replaced, and follows when it wakes", async () => {
  const name = crypto.randomUUID();
  const frozen = { wake: (): void => undefined, lost: new Promise<boolean>(() => undefined) };
  const held = new Promise<void>((resolve) => {
    frozen.lost = navigator.locks
      .request(name, () => {
        resolve();
        return new Promise<void>((wake) => {
          frozen.wake = wake;
        });
      })
      .then(
        () => false,
        () => true,
      );
  });
  await held;
  const second = candidate(name);
  await second.until(true);
  expect(await frozen.lost).toBe(true);
});
