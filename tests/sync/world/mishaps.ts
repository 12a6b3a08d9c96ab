/** What travels and what goes wrong: messages, connections, devices, disks, clocks and the server. */
import { asideOn, copiesIn, missing } from "#tests/sync/writing/keeping.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import type { InFlight } from "./network.ts";
import type { Peopled, World } from "./world.ts";

/** One of the people at their devices. */
export const anyScribe = ({ chance, scribes }: Pick<Peopled, "chance" | "scribes">): Scribe => {
  const scribe = chance.pick(scribes);
  if (!scribe) throw new Error("no devices");
  return scribe;
};

/** A device that is doing nothing begins a round with the server. */
export function startRound(world: World): boolean {
  const device = world.chance.pick(world.scribes.filter((scribe) => !scribe.device.isBusy))?.device;
  if (!device) return false;
  world.trace.note(`${device.name} starts a round`);
  device.startRound();
  return true;
}

/** The other tab of a device begins a round, too, while the first is in the middle of one. */
export function startRoundBeside(world: World): boolean {
  const device = world.chance.pick(
    world.scribes.filter(({ device: each }) => each.isBusyIn(0) && !each.isBusyIn(1)),
  )?.device;
  if (!device) return false;
  world.trace.fault("two tabs in rounds", device.name);
  void device.round(1);
  return true;
}

/** A message takes its next step, mostly the one that has waited longest. */
export async function deliver({ network, chance, trace }: World): Promise<boolean> {
  const message = chance.hits(0.8) ? network.inFlight[0] : chance.pick(network.inFlight);
  if (!message) return false;
  const isOvertaking = network.inFlight.some(
    ({ from, number }) => from === message.from && number < message.number,
  );
  if (isOvertaking) trace.fault("reordered", describe(message));
  await network.deliver(message);
  trace.note(`delivered ${describe(message)}`);
  return true;
}

/** A message in words, for the trace. */
export const describe = ({ number, from, name, reply }: InFlight): string =>
  `${number} ${name} of ${from}, ${reply === undefined ? "asked" : reply === "nothing" ? "unanswered" : `answered ${reply.status}`}`;

/** What a proxy answers when the server does not. */
export const errorPage = {
  status: 502,
  body: new TextEncoder().encode("<html><h1>502 Bad Gateway</h1></html>"),
};
const pages = [
  errorPage,
  { status: 200, body: new TextEncoder().encode("<html>Welcome to the library's wireless network</html>") },
  { status: 500, body: new Uint8Array() },
];

type Disturbance = "lost request" | "lost answer" | "doubled request" | "late request" | "error page";

/** Something happens to a message on its way. */
export function disturb(
  { network, chance, trace }: World,
  fault: Disturbance,
  stage: "asked" | "answered" | undefined,
): boolean {
  const message = chance.pick(
    network.inFlight.filter(({ reply }) => (reply === undefined) === (stage === "asked")),
  );
  if (!message) return false;
  trace.fault(fault, describe(message));
  if (fault === "doubled request") network.double(message);
  else if (fault === "late request") network.delay(message);
  else if (fault === "error page") network.garble(message, chance.pick(pages) ?? "nothing");
  else network.lose(message);
  return true;
}

/** A device loses its connection, or finds it again. */
export function changeConnection(world: World): boolean {
  const { device } = anyScribe(world);
  device.isOnline = !device.isOnline;
  if (device.isOnline) world.trace.note(`${device.name} is online`);
  else {
    world.network.cut(device.name);
    world.trace.fault("offline", device.name);
  }
  return true;
}

/** A device is switched off and on. */
export function restart(world: Peopled): boolean {
  const scribe = anyScribe(world);
  world.trace.fault("device restarted", scribe.device.name);
  scribe.switchOn();
  return true;
}

/** A disk is about to fail, or a device to die, in the middle of a coming write. */
export function spoilStorage(world: Peopled): boolean {
  const { mood } = anyScribe(world).device;
  if (world.chance.hits(0.4)) mood.diesIn = world.chance.below(5);
  else mood.failNext = true;
  return true;
}

const dayMs = 86_400_000;

/** A device's clock is set wrong, or less wrong. */
export function setClock(world: Peopled): boolean {
  const { device } = anyScribe(world);
  const isBack = world.chance.hits(0.5);
  device.clockOffset = (isBack ? -1 : 1) * (world.chance.pick([3000, dayMs, 4000 * dayMs]) ?? 0);
  world.trace.fault(isBack ? "clock back" : "clock forward", `${device.name} ${device.clockOffset}`);
  return true;
}

/** The server's process ends and starts again. */
export async function restartServer({ server, trace }: World): Promise<boolean> {
  trace.fault("server restarted", "");
  await server.restart();
  return true;
}

/** A copy of the server is put away. */
export async function backUp({ server, trace }: World): Promise<boolean> {
  trace.note("the server is copied");
  await server.backUp();
  return true;
}

/**
 * Puts any older copy in the server's place: announced, as an operator should, or left for the devices that have
 * seen more to notice. What no copy and no device holds is gone, and nobody is blamed for it.
 */
export async function restore(world: World): Promise<boolean> {
  const { server, network, ledger, scribes, trace, chance } = world;
  if (server.backups === 0) return false;
  const isAnnounced = chance.hits(0.4);
  const which = chance.below(server.backups);
  const isJournalLost = chance.hits(0.3);
  await server.restore(which, isJournalLost);
  // Connections end with the server: who handed something over, and was not told, still has it. Who was told has it no more.
  for (const message of network.inFlight.filter(({ name, reply }) => name === "tray" && reply !== undefined))
    network.lose(message);
  const surviving = copiesIn(
    await server.records(),
    await server.tray(),
    ...scribes.flatMap(({ device: { disk } }) => [[...disk.rows.values()], asideOn(disk)]),
  );
  for (const entry of missing(ledger, () => surviving)) entry.gone = true;
  trace.fault(
    isAnnounced ? "server restored" : "server rolled back unannounced",
    `to copy ${which}${isJournalLost ? ", without the journal" : ""}`,
  );
  if (isAnnounced) await server.announceRestore();
  return true;
}
