/**
 * What has happened before the round in which a device is ended: between them these rounds send, fetch, forget, are
 * refused, hand over to the tray, and give a restored server back what it lost.
 */
import { nextDoing } from "#tests/sync/writing/doings.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { endMembership, of, round, typeInPlan } from "#tests/sync/world/telling.ts";
import type { World } from "#tests/sync/world/world.ts";

/** A world up to the round that is swept. */
export interface Story {
  readonly seed: number;
  /** Whose round it is. */
  readonly device: string;
  readonly before: (world: World) => Promise<void>;
  /** What its person writes in the other tab while the first pull of the round is on its way. */
  readonly meanwhile?: (scribe: Scribe) => Promise<void>;
}

/** The person writes what chance gives them to write. */
async function writes(scribe: Scribe, often: number): Promise<void> {
  for (let written = 0, tries = 0; written < often && tries < 100; tries += 1) {
    const intent = nextDoing(scribe.device.view());
    const { kind } = intent?.envelope ?? {};
    if (!intent || kind === "membership" || kind === "membership-ended") continue;
    if ((await scribe.write(intent)) === "saved") written += 1;
  }
}

async function rounds(world: World, ...names: readonly string[]): Promise<void> {
  for (const name of names) await round(world, of(world, name));
}

/** Sam's part in the learner's care ends while he is away and writes. */
async function leavesSamOut(world: World): Promise<void> {
  await writes(of(world, "sam's tablet"), 6);
  await endMembership(of(world, "grace's computer"), "provider");
  await rounds(world, "grace's computer");
}

/** The server goes back to its last copy, and says so. */
async function isRestored({ server }: World): Promise<void> {
  await server.restore();
  await server.announceRestore();
}

/** Every story, by what its round does. */
export const stories = {
  "sends, fetches, and is typed in": {
    seed: 1,
    device: "maisie's phone",
    before: async (world) => {
      await rounds(world, "maisie's phone", "farida's laptop", "grace's computer");
      await writes(of(world, "maisie's phone"), 8);
      await writes(of(world, "farida's laptop"), 6);
      await typeInPlan(of(world, "farida's laptop"));
      await typeInPlan(of(world, "maisie's phone"));
      await rounds(world, "farida's laptop");
    },
    meanwhile: typeInPlan,
  },
  "is the first": {
    seed: 2,
    device: "farida's tablet",
    before: async (world) => {
      await rounds(world, "maisie's phone");
      await writes(of(world, "maisie's phone"), 10);
      await rounds(world, "maisie's phone");
    },
  },
  "is refused, forgets and hands over": {
    seed: 3,
    device: "sam's tablet",
    before: async (world) => {
      await rounds(world, "maisie's phone", "sam's tablet", "grace's computer");
      await leavesSamOut(world);
    },
    meanwhile: typeInPlan,
  },
  "gives back what a restored server lost": {
    seed: 4,
    device: "maisie's phone",
    before: async (world) => {
      await rounds(world, "maisie's phone", "farida's laptop");
      await world.server.backUp();
      await writes(of(world, "farida's laptop"), 4);
      await writes(of(world, "maisie's phone"), 6);
      await rounds(world, "farida's laptop", "maisie's phone");
      await writes(of(world, "maisie's phone"), 3);
      await isRestored(world);
    },
    meanwhile: typeInPlan,
  },
  "gives back, is refused, forgets and hands over": {
    seed: 5,
    device: "sam's tablet",
    before: async (world) => {
      await rounds(world, "maisie's phone", "sam's tablet", "grace's computer");
      await world.server.backUp();
      await writes(of(world, "sam's tablet"), 4);
      await rounds(world, "sam's tablet");
      await leavesSamOut(world);
      await isRestored(world);
      await rounds(world, "grace's computer");
      await world.server.endRecovery();
    },
    meanwhile: typeInPlan,
  },
} satisfies Readonly<Record<string, Story>>;
