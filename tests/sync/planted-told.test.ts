import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import { learner, of, round, saves, typeInPlan } from "#tests/sync/world/telling.ts";
import { settled } from "#tests/sync/world/device.ts";
import { finishRound } from "#tests/sync/world/settle.ts";
import { writeWhileSentAgain } from "#tests/sync/world/writing-events.ts";
import type { World } from "#tests/sync/world/world.ts";
import { pageOf, typeWord } from "#tests/sync/writing/edits.ts";
import type { Intent } from "#tests/sync/writing/edits.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { learnerOfPerson } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { plantedBugs } from "./planted.ts";
import { endWorld } from "./simulation.ts";

// Each planted mistake, met in a few steps: what it does to people, without waiting for chance to come upon it.

interface Story {
  readonly tell: (world: World) => Promise<void>;
  /** What the oracle says where the mistake is made. */
  readonly finds: RegExp;
}

/** Writes a new entry in one's own log. */
const writeEntry = (scribe: Scribe) => {
  const view = scribe.device.view();
  const own = { learner: learnerOfPerson(view.person) };
  return saves(scribe, typeWord(view, pageOf(view, "log-entry", own)));
};

/** A word more in the plan as it stands before this person. */
function wordInPlan({ device, openPage }: Scribe): Intent {
  const view = device.view();
  const intent = typeWord(view, openPage ?? pageOf(view, "plan", { learner, id: planIdOf(learner) }));
  if (!intent) throw new Error("the plan is full");
  return intent;
}

/** Begins a round, and lets it come as far as its push having been answered, without the answer. */
async function pushedBy({ network }: World, { device }: Scribe) {
  device.startRound();
  await settled();
  const push = network.inFlight.find(({ from, name }) => from === device.name && name === "push");
  if (!push) throw new Error("nothing is sent");
  await network.deliver(push);
  return push;
}

const stories: Readonly<Record<keyof typeof plantedBugs, Story>> = {
  "the position is stored before the rows": {
    finds: /had to be healed|lacks/,
    async tell(world) {
      const [phone, office] = [of(world, "maisie's phone"), of(world, "grace's computer")];
      await round(world, phone);
      await round(world, office);
      for (let call = 0; call < 12; call += 1) {
        await typeInPlan(office);
        await round(world, office);
        phone.device.mood.diesIn = call % 3;
        await round(world, phone);
        phone.switchOn();
      }
    },
  },
  "any acknowledgement clears what is unsent": {
    finds: /had to be healed|lost/,
    async tell(world) {
      const phone = of(world, "maisie's phone");
      await round(world, phone);
      await typeInPlan(phone);
      await writeWhileSentAgain({ ...world, scribes: [phone] });
    },
  },
  "a short page ends a pull": {
    finds: /had to be healed|lacks/,
    async tell(world) {
      const [phone, office] = [of(world, "maisie's phone"), of(world, "grace's computer")];
      for (let entries = 0; entries < 20; entries += 1) await writeEntry(phone);
      await round(world, phone);
      await round(world, office);
    },
  },
  "forgetting comes before recovery": {
    finds: /lost/,
    async tell(world) {
      const phone = of(world, "maisie's phone");
      await round(world, phone);
      await world.server.backUp();
      await writeEntry(phone);
      await round(world, phone);
      await world.server.restore();
      await world.server.announceRestore();
    },
  },
  "a client id is used again": {
    finds: /lost|disagree/,
    async tell(world) {
      const phone = of(world, "maisie's phone");
      await typeInPlan(phone);
      await phone.openWith(wordInPlan(phone));
      await phone.write(wordInPlan(phone));
      await phone.type(wordInPlan(phone));
    },
  },
  "the history a device has seen is not shown": {
    finds: /lost/,
    async tell(world) {
      const [phone, other] = [of(world, "maisie's phone"), of(world, "jordan's phone")];
      await round(world, phone);
      await round(world, other);
      await world.server.backUp();
      await writeEntry(phone);
      await round(world, phone);
      const reached = await world.server.highest();
      await world.server.restore();
      while ((await world.server.highest()) <= reached + 2) {
        await writeEntry(other);
        await round(world, other);
      }
    },
  },
  "that all is sent is not taken back": {
    finds: /says that all is sent/,
    async tell(world) {
      const phone = of(world, "maisie's phone");
      await round(world, phone);
      await typeInPlan(phone);
      await world.network.deliver(await pushedBy(world, phone));
      await finishRound(world, phone.device);
    },
  },
};

// Yjs says aloud when two documents share a client id, which one of these mistakes makes them do.
beforeAll(() => void vi.spyOn(console, "log").mockImplementation(() => undefined));
afterAll(() => void vi.restoreAllMocks());

const names = Object.keys(plantedBugs) as (keyof typeof plantedBugs)[];

test.for(names)("[S1] a device without this mistake passes its story: %s", async (name) => {
  const world = await openWorld(11, {});
  await stories[name].tell(world);
  expect((await endWorld(world)).findings).toEqual([]);
});

test.for(names)("[S1] a device with this mistake is caught by its story: %s", async (name) => {
  const world = await openWorld(11, plantedBugs[name]);
  await stories[name].tell(world);
  expect((await endWorld(world)).findings.join("\n")).toMatch(stories[name].finds);
});
