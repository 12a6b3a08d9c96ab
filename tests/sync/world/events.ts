/** What can happen next in a world, how often, and the happening of it. */
import { letOneHappen } from "./happening.ts";
import type { Happening } from "./happening.ts";
import { intrude } from "./intruding.ts";
import {
  backUp,
  changeConnection,
  deliver,
  disturb,
  restart,
  restartServer,
  restore,
  setClock,
  spoilStorage,
  startRound,
  startRoundBeside,
} from "./mishaps.ts";
import type { World } from "./world.ts";
import { typeInEditor, write, writeWhileSending, writeWhileSentAgain } from "./writing-events.ts";

const events: readonly Happening<World>[] = [
  { weight: 24, happen: write },
  { weight: 8, happen: typeInEditor },
  { weight: 6, happen: writeWhileSending },
  { weight: 3, happen: writeWhileSentAgain },
  { weight: 18, happen: startRound },
  { weight: 3, happen: startRoundBeside },
  { weight: 90, happen: deliver },
  { weight: 2, happen: (world) => disturb(world, "lost request", "asked") },
  { weight: 2, happen: (world) => disturb(world, "lost answer", "answered") },
  { weight: 2, happen: (world) => disturb(world, "doubled request", "asked") },
  { weight: 2, happen: (world) => disturb(world, "late request", "asked") },
  { weight: 2, happen: (world) => disturb(world, "error page", world.chance.pick(["asked", "answered"])) },
  { weight: 4, happen: changeConnection },
  { weight: 2, happen: restart },
  { weight: 3, happen: spoilStorage },
  { weight: 1, happen: setClock },
  { weight: 1, happen: restartServer },
  { weight: 2, happen: backUp },
  { weight: 1, happen: restore },
  { weight: 2, happen: intrude },
];

/** Lets one thing happen. */
export async function step(world: World): Promise<void> {
  world.clock.now += 1000 * world.chance.below(120);
  await letOneHappen(world, events);
  await world.look();
}
