/**
 * One step of a history, in the simulation and in the nemesis alike: chance picks what happens, the people at
 * their devices see what they look at, and a device that died is switched on again.
 */
import { settled } from "./device.ts";
import type { Peopled } from "./world.ts";

/** Something that can happen to a world, and how often beside the rest. */
export interface Happening<W extends Peopled> {
  readonly weight: number;
  /** False when there is no occasion for it. */
  readonly happen: (world: W) => Promise<boolean> | boolean;
}

/** Lets one of the happenings happen: the first that chance picks and there is an occasion for. */
export async function letOneHappen<W extends Peopled>(
  world: W,
  happenings: readonly Happening<W>[],
): Promise<void> {
  const { chance, scribes } = world;
  let hasHappened = false;
  while (!hasHappened) hasHappened = (await chance.weigh(happenings)?.happen(world)) ?? true;
  await settled();
  for (const { device } of scribes) if (chance.hits(0.5)) device.tell();
  for (const scribe of scribes) if (scribe.device.mood.isDead) scribe.switchOn();
}
