/**
 * The server is set back behind everybody's back, and by the time whoever had seen more asks again it has come further
 * than it ever was: a device that was away meanwhile has written on. Its positions then tell nobody anything.
 */
import { isUnsent } from "#store/replicate/row.ts";
import { openLook } from "#tests/sync/world/server-look.ts";
import { write } from "#tests/sync/world/writing-events.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { beginRound, nothingUnderWay } from "./ordeal.ts";
import type { Ordeal } from "./ordeal.ts";
import { copyDatabase, putBack, startServers } from "./server-happenings.ts";

/** How often whoever was away writes and sends at most: in bad weather little arrives. */
const triesMax = 30;

/** Somebody goes away, and the world through this. */
export async function setBackUnseen(ordeal: Ordeal): Promise<boolean> {
  const { chance, scribes, oldApps } = ordeal;
  const away = chance.pick(scribes);
  // Apps of version 1 show nothing when they send, so nobody would notice.
  if (!away || oldApps.size > 0) return false;
  await setBackWithout(ordeal, away);
  return true;
}

/** How much somebody writes before it is sent. */
const editsEach = 3;

/** Goes through it while this one is away. At its end everybody is offline or online as they were before. */
export async function setBackWithout(ordeal: Ordeal, away: Scribe): Promise<void> {
  const { scribes, database } = ordeal;
  const online = scribes.filter(({ device }) => device.isOnline);
  const others = scribes.filter((one) => one !== away);
  await startServers(ordeal);
  leaveOnline(ordeal, others);
  await nothingUnderWay(ordeal);
  await copyDatabase(ordeal);
  await writeAndSend(ordeal, others);
  const reached = await highest(ordeal);
  leaveOnline(ordeal, []);
  await putBack(ordeal, { which: database.copies - 1, isAnnounced: false });
  leaveOnline(ordeal, [away]);
  for (let tries = 0; tries < triesMax && (await highest(ordeal)) <= reached; tries += 1)
    await writeAndSend(ordeal, [away]);
  if ((await highest(ordeal)) > reached)
    ordeal.trace.fault("set back and ahead again unseen", away.device.name);
  leaveOnline(ordeal, online);
  await lookForLost(ordeal, others);
}

/** Whoever agrees with the server again has lost nothing to it: looked at now, since whatever moves later on a device lets it heal. Source: RULES S10. */
async function lookForLost(ordeal: Ordeal, scribes: readonly Scribe[]): Promise<void> {
  const { unsure, doubled, database, wrongs } = ordeal;
  for (const { device } of scribes) unsure.set(device.name, "it has not asked since the server was set back");
  for (const { device } of scribes) beginRound(ordeal, device, 0);
  await nothingUnderWay(ordeal);
  for (const { device } of scribes) {
    const { name, disk } = device;
    if (unsure.has(name) || doubled.has(name)) continue;
    const sent = [...disk.rows.values()].filter((row) => !isUnsent(row));
    const lacking = await database.use((storage) => openLook(() => storage).lacking(sent));
    wrongs.push(
      ...lacking.map((id) => `lost: ${name} says that all is sent, and the server lacks words of ${id}`),
    );
  }
}

const highest = ({ database }: Ordeal): Promise<number> =>
  database.use((storage) => storage.read((t) => t.scopes.highest()));

/** These are online, and nobody else. */
function leaveOnline({ scribes, lines }: Ordeal, online: readonly Scribe[]): void {
  for (const scribe of scribes) {
    const { device } = scribe;
    device.isOnline = online.includes(scribe);
    if (!device.isOnline) lines.get(device.name)?.hangUp();
  }
}

/** Each of these does the next few things, and sends them. */
async function writeAndSend(ordeal: Ordeal, scribes: readonly Scribe[]): Promise<void> {
  for (const scribe of scribes) {
    if (scribe.device.mood.isDead) scribe.switchOn();
    for (let edits = 0; edits < editsEach; edits += 1) await write({ ...ordeal, scribes: [scribe] });
    beginRound(ordeal, scribe.device, 0);
  }
  await nothingUnderWay(ordeal);
}
