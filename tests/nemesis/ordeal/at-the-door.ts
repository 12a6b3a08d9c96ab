/** Devices that live by the doorbell: how they begin to, what a ring does, and that whoever is concerned is called. */
import { setTimeout as pause } from "node:timers/promises";
import type { Device } from "#tests/sync/world/device.ts";
import { anyScribe } from "#tests/sync/world/mishaps.ts";
import { nextDoing } from "#tests/sync/writing/doings.ts";
import { truthOf } from "#tests/sync/writing/truth.ts";
import { listenAtDoor } from "./doorbell.ts";
import { beginRound, nothingUnderWay, serverOf } from "./ordeal.ts";
import type { Ordeal } from "./ordeal.ts";

/** How many devices live by the doorbell at most: the others bring the news. */
const listenersMax = 3;

/** Somebody leaves their device lying there with the app open, or takes it up again. */
export function changeDoor(ordeal: Ordeal): boolean {
  const { doors, lines, trace, chance } = ordeal;
  const { device } = anyScribe(ordeal);
  const [door, line] = [doors.get(device.name), lines.get(device.name)];
  if (!door && doors.size >= listenersMax) return false;
  if (door && chance.hits(0.5)) return false;
  door?.leave();
  doors.delete(device.name);
  if (!door && line)
    doors.set(
      device.name,
      listenAtDoor(line, () => rung(ordeal, device)),
    );
  trace.note(`${device.name} ${door ? "no longer lives" : "lives"} by the doorbell`);
  return true;
}

function rung(ordeal: Ordeal, device: Device): void {
  if (ordeal.state.isHushed || device.mood.isDead || !device.isOnline) return;
  ordeal.trace.fault("rounds begun by the doorbell", device.name);
  beginRound(ordeal, device, 0);
}

/** How long a call may take: two nodes look for what they missed every five seconds. */
const callLimitMs = 20_000;

/** Somebody writes; each device that lives by the doorbell and may hold it has it then, by the doorbell alone. */
export async function callOneAnother(ordeal: Ordeal): Promise<void> {
  const { doors, scribes, wrongs, trace } = ordeal;
  const others = scribes.filter(({ device }) => !doors.has(device.name));
  if (doors.size === 0 || others.length === 0) return;
  const writer = anyScribe({ ...ordeal, scribes: others });
  const intent = nextDoing(writer.device.view());
  if (!intent || (await writer.write(intent)) !== "saved") return;
  beginRound(ordeal, writer.device, 0);
  await nothingUnderWay(ordeal);
  const records = await serverOf(ordeal).records();
  const record = records.find(({ envelope }) => envelope.id === intent.envelope.id);
  if (!record) return;
  const truth = truthOf(records);
  const scopes = truth.scopes(record);
  const concerned = scribes.filter(({ device: { name, parts } }) => {
    const held = truth.held(parts.owner.person, []);
    return doors.has(name) && scopes.some((scope) => held.has(scope));
  });
  const until = performance.now() + callLimitMs;
  for (const { device } of concerned) {
    const has = () => device.disk.rows.get(record.envelope.id)?.serverHash === record.hash;
    while (!has() && performance.now() < until) await pause(10);
    if (has()) trace.fault("called by the doorbell alone", device.name);
    else wrongs.push(`${device.name} lives by the doorbell and was not called for ${record.envelope.id}`);
  }
  await nothingUnderWay(ordeal);
}
