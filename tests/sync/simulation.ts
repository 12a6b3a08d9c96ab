/** Runs a whole world from its seed: a morning full of mishaps, then rest, then the oracle. */
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import type { Variation } from "#tests/sync/world/device.ts";
import { step } from "#tests/sync/world/events.ts";
import { findings } from "./oracle.ts";
import { lookAtRest } from "./at-rest.ts";
import { firstRounds, settle } from "#tests/sync/world/settle.ts";
import type { FaultCounts } from "#tests/sync/world/trace.ts";
import type { World } from "#tests/sync/world/world.ts";

/** How a world ended. */
export interface Ended {
  readonly seed: number;
  /** What is not as it must be; empty for a world in order. */
  readonly findings: readonly string[];
  readonly counts: FaultCounts;
  readonly lines: readonly string[];
  readonly traceHash: string;
}

/** How many things happen in a world before it comes to rest. */
export const stepsOfWorld = 160;

/** Runs one world. */
export async function runWorld(seed: number, variation: Variation = {}): Promise<Ended> {
  const world = await openWorld(seed, variation);
  await firstRounds(world);
  for (let at = 0; at < stepsOfWorld; at += 1) await step(world);
  return endWorld(world);
}

/** Brings a world to rest, judges it, and closes it. */
export async function endWorld(world: World): Promise<Ended> {
  await settle(world);
  const { seed, trace, server, wrongs } = world;
  const atRest = await lookAtRest(world);
  const found = [...wrongs, ...findings(atRest)];
  for (const { envelope, hash, value } of atRest.records)
    trace.note(`${envelope.id} ${hash} ${JSON.stringify(value)}`);
  for (const finding of found) trace.note(finding);
  for (const { device } of world.scribes) device.mood.isDead = true;
  await server.close();
  return { seed, findings: found, counts: trace.counts, lines: trace.lines, traceHash: trace.hash() };
}
