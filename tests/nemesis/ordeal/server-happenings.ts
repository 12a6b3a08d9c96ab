/** What happens to the nodes and to their database. */
import { setTimeout as pause } from "node:timers/promises";
import { isUnsent } from "#store/replicate/row.ts";
import type { Disturbance, GoingBack } from "#tests/nemesis/server/database.ts";
import type { ServerProcess } from "#tests/nemesis/server/server-process.ts";
import { asideOn, copiesIn, missing } from "#tests/sync/writing/keeping.ts";
import { beginRound, nothingUnderWay, serverOf } from "./ordeal.ts";
import type { OrdealFault } from "./faults.ts";
import type { Ordeal } from "./ordeal.ts";

const upNode = ({ nodes, chance }: Ordeal): ServerProcess | undefined =>
  chance.pick(nodes.filter(({ port }) => port !== undefined));

/** A node is killed, whatever it is doing. */
export function killServer(ordeal: Ordeal): boolean {
  const node = upNode(ordeal);
  if (!node) return false;
  ordeal.trace.fault("server killed", node.options.name);
  node.kill();
  return true;
}

/** A node is asked to stop. */
export async function stopServer(ordeal: Ordeal): Promise<boolean> {
  const node = upNode(ordeal);
  if (!node) return false;
  ordeal.trace.fault("server stopped", node.options.name);
  await node.stop();
  return true;
}

/** Nodes that are down begin to start; the world does not wait for them, unless none is up. */
export async function startServers({ nodes, trace }: Ordeal): Promise<boolean> {
  const down = nodes.filter(({ isDown }) => isDown);
  const starting = down.map((node) => node.start());
  if (down.length > 0) trace.note(`${down.map(({ options }) => options.name).join(", ")}: started`);
  if (starting.length === nodes.length) await Promise.race(starting);
  return down.length > 0;
}

/** The power fails while devices send: what nobody was answered about may be torn. Nodes start again later. */
export async function cutPower(ordeal: Ordeal): Promise<boolean> {
  const { nodes, database, scribes, chance, trace } = ordeal;
  const sending = scribes.filter(
    ({ device }) => device.isOnline && [...device.disk.rows.values()].some(isUnsent),
  );
  if (sending.length === 0 || !upNode(ordeal)) return false;
  for (const { device } of sending) beginRound(ordeal, device, 0);
  await pause(chance.below(40));
  const lostBytes = await database.cutPower(chance, {
    out: async () => void (await Promise.all(nodes.map((node) => node.killed()))),
    quiet: () => nothingUnderWay(ordeal),
  });
  if (lostBytes === undefined) trace.note("the nodes are killed while devices send");
  else trace.fault("power cut at the server", `${lostBytes} bytes`);
  return true;
}

const hourMs = 3_600_000;
const jumpsMs = [3000, hourMs, 24 * hourMs, 20 * 24 * hourMs];

/** The nodes' clocks are set wrong, or less wrong: while they run, or before they start again. */
export async function changeServerClock(ordeal: Ordeal): Promise<boolean> {
  const { state, chance, nodes, trace } = ordeal;
  const isBack = chance.hits(0.5);
  state.jumpMs = (isBack ? -1 : 1) * (chance.pick(jumpsMs) ?? 0);
  trace.fault(isBack ? "server's clock back" : "server's clock forward", String(state.jumpMs));
  if (chance.hits(0.5)) for (const node of nodes) node.tellTime();
  else {
    await Promise.all(nodes.map((node) => node.stop()));
    await Promise.all(nodes.map((node) => node.start()));
  }
  return true;
}

/** The files of the nodes may grow no more, or not far. */
export function fillServerDisk({ nodes, database, chance, trace }: Ordeal): boolean {
  const sizeBytes = database.fileSizeBytes();
  if (sizeBytes === undefined) return false;
  const limit = Math.floor(sizeBytes * (chance.pick([0, 0.5, 1]) ?? 1)) + chance.below(20_000);
  const isDone = nodes.map((node) => node.limitFiles(limit)).includes(true);
  if (isDone) trace.fault("server's disk full", `files of ${limit} bytes`);
  return isDone;
}

/** There is room on the nodes' disks again. */
export const freeServerDisk = ({ nodes }: Ordeal): boolean =>
  nodes.map((node) => node.limitFiles()).includes(true);

/** A copy of the database is put away. */
export async function copyDatabase({ database, nodes, trace, chance }: Ordeal): Promise<boolean> {
  if (database.copiesAtRest) await Promise.all(nodes.map((node) => node.stop()));
  await database.copy(chance.hits(0.1));
  trace.note(`copy ${database.copies - 1} of the database is made`);
  if (database.copiesAtRest) await Promise.all(nodes.map((node) => node.start()));
  return true;
}

/**
 * Puts an older copy in place, by the product's command or behind everybody's back. What no copy and no device holds is gone, and nobody is blamed for
 * it; so nothing may be on its way just then.
 */
export async function goBack(ordeal: Ordeal): Promise<boolean> {
  const { database, chance, oldApps } = ordeal;
  if (database.copies === 0) return false;
  const which = chance.below(database.copies);
  // Version 1 shows nothing when it sends, so only version 2 notices for certain what nobody says.
  await putBack(ordeal, { which, isAnnounced: chance.hits(0.5) || oldApps.size > 0 });
  return true;
}

/** Puts this copy in place. */
export async function putBack(
  ordeal: Ordeal,
  { which, isAnnounced }: Pick<GoingBack, "which" | "isAnnounced">,
): Promise<void> {
  const { database, nodes, trace, state, ledger, scribes } = ordeal;
  for (const node of nodes) node.kill();
  await nothingUnderWay(ordeal);
  await database.goBack({ which, isAnnounced, shiftMs: state.aheadMs + state.jumpMs });
  const server = serverOf(ordeal);
  const devices = scribes.flatMap(({ device: { disk } }) => [[...disk.rows.values()], asideOn(disk)]);
  const surviving = copiesIn(await server.records(), await server.tray(), ...devices);
  for (const entry of missing(ledger, () => surviving)) entry.gone = true;
  state.wasSetBack = true;
  trace.fault(isAnnounced ? "old copy restored" : "old copy put back unannounced", `copy ${which}`);
  await Promise.all(nodes.map((node) => node.start()));
}

const disturbances = ["connections", "connections", "connections", "restart", "kill"] as const;
const disturbed = {
  connections: "database connections lost",
  restart: "database restarted",
  kill: "database killed",
} as const satisfies Record<Disturbance, OrdealFault>;

/** A database of its own loses its connections, or is stopped or killed and started anew. */
export async function disturbDatabase({ database, chance, trace }: Ordeal): Promise<boolean> {
  const how = chance.pick(disturbances) ?? "connections";
  const isDone = await database.disturb(how);
  if (isDone) trace.fault(disturbed[how], "");
  return isDone;
}
