/** Brings a world to rest: nothing fails any more, everybody is online, and rounds go on until nothing moves. */
import { settled } from "./device.ts";
import type { Device } from "./device.ts";
import type { World } from "./world.ts";

/** Passes after which a world that still moves is broken. */
const passLimit = 12;
const messageLimit = 200;

/** Most devices meet the server once before anything goes wrong; the others when they get to it. */
export async function firstRounds(world: World): Promise<void> {
  for (const { device } of world.scribes) {
    if (world.chance.hits(0.3)) continue;
    device.startRound();
    await finishRound(world, device);
  }
}

/** Lets everything come to rest; what does not is a wrong. */
export async function settle(world: World): Promise<void> {
  const { scribes, network, server, trace } = world;
  while (network.inFlight.length > 0) await deliverFirst(world);
  for (const scribe of scribes) {
    if (scribe.device.mood.isDead) scribe.switchOn();
    scribe.device.isOnline = true;
    scribe.device.mood.failNext = false;
    scribe.device.mood.diesIn = undefined;
    trace.note(`${scribe.device.name} stores its editor: ${await scribe.flush()}`);
    await scribe.close();
    await finishRound(world, scribe.device);
  }
  await roundsUntilQuiet(world);
  if (server.wasSetBack) {
    await server.endRecovery();
    await roundsUntilQuiet(world);
  }
  await handOverAgain(world);
}

/** What the tray was too full for is tried again at the next start, and so is let go of where it was erased meanwhile. */
async function handOverAgain(world: World): Promise<void> {
  for (const scribe of world.scribes) {
    const refused = [...scribe.device.disk.refused.values()];
    if (!refused.some(({ problem }) => problem.code === "tray-full")) continue;
    world.trace.fault("tray full", scribe.device.name);
    scribe.switchOn();
    scribe.device.startRound();
    await finishRound(world, scribe.device);
  }
}

async function roundsUntilQuiet(world: World): Promise<void> {
  const { scribes, server, wrongs } = world;
  for (let pass = 0; pass < passLimit; pass += 1) {
    const before = await server.highest();
    for (const { device } of scribes) {
      device.startRound();
      await finishRound(world, device);
    }
    if ((await server.highest()) === before) return;
  }
  wrongs.push("the world does not come to rest");
}

/** Lets a device's round go through to its end, whatever else is on its way. */
export async function finishRound(world: World, device: Device): Promise<void> {
  for (let messages = 0; device.isBusy && !device.mood.isDead; messages += 1) {
    await settled();
    if (world.network.inFlight.length > 0) await deliverFirst(world);
    await world.look();
    if (messages > messageLimit) {
      world.wrongs.push(`${device.name} does not end its round`);
      return;
    }
  }
}

async function deliverFirst({ network }: World): Promise<void> {
  const [first] = network.inFlight;
  if (first) await network.deliver(first);
  await settled();
}
