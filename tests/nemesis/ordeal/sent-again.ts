/**
 * A push arrives, and a page of HTML comes back in its answer's place; the record itself comes back with the pull. While
 * it is sent once more, which changes nothing on the server, its writer goes on in it: those words nobody has, nothing
 * brings the record back any more, and whoever takes that answer for them has lost them.
 */
import { noServer } from "#tests/nemesis/proxy/plans.ts";
import type { Device } from "#tests/sync/world/device.ts";
import { isTypedUnsent, typeInRow } from "#tests/sync/world/writing-events.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { beginRound, nothingUnderWay } from "./ordeal.ts";
import type { Ordeal } from "./ordeal.ts";

/** Somebody at a device that is doing nothing goes through it. */
export async function writeWhileSentAgain(ordeal: Ordeal): Promise<boolean> {
  const { scribes, chance, doors } = ordeal;
  const isFree = ({ device }: Scribe) => device.isOnline && !device.isBusy && !doors.has(device.name);
  const scribe = chance.pick(scribes.filter((one) => isFree(one) && waiting(one.device).length > 0));
  if (scribe) await typeWhileSentAgain(ordeal, scribe);
  return scribe !== undefined;
}

/** This person goes through it, with one of the records that wait on their device. */
export async function typeWhileSentAgain(ordeal: Ordeal, scribe: Scribe): Promise<void> {
  const { meanwhile, chance, trace } = ordeal;
  const { device } = scribe;
  const { name } = device;
  meanwhile.set(name, async () => noServer);
  await wholeRound(ordeal, device);
  meanwhile.set(name, async () => {
    meanwhile.delete(name);
    const row = chance.pick(waiting(device));
    if (row && (await typeInRow(ordeal, scribe, row))) trace.fault("typed on while sent again", row.id);
    return undefined;
  });
  await wholeRound(ordeal, device);
  meanwhile.delete(name);
}

const waiting = ({ disk }: Device) => [...disk.rows.values()].filter(isTypedUnsent);

async function wholeRound(ordeal: Ordeal, device: Device): Promise<void> {
  beginRound(ordeal, device, 0);
  await nothingUnderWay(ordeal);
}
