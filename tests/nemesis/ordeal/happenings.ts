/** What can happen next in an ordeal, how often, and the happening of it on the devices. */
import type { TabNumber } from "#tests/sync/world/device.ts";
import { letOneHappen } from "#tests/sync/world/happening.ts";
import type { Happening } from "#tests/sync/world/happening.ts";
import { anyScribe, restart, setClock } from "#tests/sync/world/mishaps.ts";
import { typeInEditor, write, writeInMidRound } from "#tests/sync/world/writing-events.ts";
import { nextDoing } from "#tests/sync/writing/doings.ts";
import { changeDoor } from "./at-the-door.ts";
import { beginRound } from "./ordeal.ts";
import type { Ordeal } from "./ordeal.ts";
import { writeWhileSentAgain } from "./sent-again.ts";
import {
  changeServerClock,
  copyDatabase,
  cutPower,
  disturbDatabase,
  fillServerDisk,
  freeServerDisk,
  goBack,
  killServer,
  startServers,
  stopServer,
} from "./server-happenings.ts";
import { setBackUnseen } from "./set-back-unseen.ts";
import { takeOver, thaw } from "./tab-happenings.ts";

const happenings: readonly Happening<Ordeal>[] = [
  { weight: 20, happen: write },
  { weight: 8, happen: writeMuch },
  { weight: 12, happen: typeInEditor },
  { weight: 8, happen: writeInMidRound },
  { weight: 4, happen: writeWhileSentAgain },
  { weight: 26, happen: startRound },
  { weight: 24, happen: waitForRound },
  { weight: 6, happen: changeWeather },
  { weight: 5, happen: changeConnection },
  { weight: 8, happen: spoilDisk },
  { weight: 4, happen: freeDisk },
  { weight: 2, happen: restart },
  { weight: 2, happen: setClock },
  { weight: 1, happen: spendMonthOffline },
  { weight: 1, happen: changeApp },
  { weight: 2, happen: killServer },
  { weight: 1, happen: stopServer },
  { weight: 8, happen: startServers },
  { weight: 2, happen: changeServerClock },
  { weight: 1, happen: fillServerDisk },
  { weight: 4, happen: freeServerDisk },
  { weight: 2, happen: copyDatabase },
  { weight: 0.4, happen: goBack },
  { weight: 1, happen: setBackUnseen },
  { weight: 2, happen: disturbDatabase },
  { weight: 4, happen: changeDoor },
  { weight: 4, happen: takeOver },
  { weight: 3, happen: thaw },
  { weight: 3, happen: cutPower },
];

/** Lets one thing happen, and looks at what devices then say. */
export async function step(ordeal: Ordeal): Promise<void> {
  await letOneHappen(ordeal, happenings);
  ordeal.lookAtDevices();
}

/** Somebody sits down and writes for a while. */
async function writeMuch(ordeal: Ordeal): Promise<boolean> {
  const scribe = anyScribe(ordeal);
  for (let edits = 2 + ordeal.chance.below(8); edits > 0; edits -= 1)
    await write({ ...ordeal, scribes: [scribe] });
  return true;
}

/** A tab that is doing nothing begins a round with the server, whatever the other tab does. */
function startRound(ordeal: Ordeal): boolean {
  const { chance, scribes, doors } = ordeal;
  const device = chance.pick(scribes)?.device;
  const tab: TabNumber = chance.hits(0.7) ? 0 : 1;
  if (!device || device.isBusyIn(tab) || doors.has(device.name)) return false;
  beginRound(ordeal, device, tab);
  return true;
}

async function waitForRound({ running, scribes }: Ordeal): Promise<boolean> {
  if (running.size === 0) return false;
  // Nobody waits for tabs alone that stand still.
  if (!scribes.some(({ device }) => device.isMoving)) for (const { device } of scribes) device.thaw();
  await Promise.race(running);
  return true;
}

const weathers = [
  { share: 0, slowMs: 0, killShare: 0.05 },
  { share: 0.2, slowMs: 30, killShare: 0.1 },
  { share: 0.5, slowMs: 80, killShare: 0.2 },
  { share: 0.85, slowMs: 200, killShare: 0.1 },
];

function changeWeather({ state, chance, trace }: Ordeal): boolean {
  state.weather = chance.pick(weathers) ?? state.weather;
  trace.note(`the network: ${state.weather.share}`);
  return true;
}

function changeConnection(ordeal: Ordeal): boolean {
  const { device } = anyScribe(ordeal);
  device.isOnline = !device.isOnline;
  if (device.isOnline) ordeal.trace.note(`${device.name} is online`);
  else {
    ordeal.lines.get(device.name)?.hangUp();
    ordeal.trace.fault("offline", device.name);
  }
  return true;
}

function spoilDisk(ordeal: Ordeal): boolean {
  const { chance, disks } = ordeal;
  const { device } = anyScribe(ordeal);
  const disk = disks.get(device.name);
  const ways = [
    () => (device.mood.diesIn = chance.below(8)),
    () => (device.mood.diesIn = chance.below(8)),
    () => (device.mood.failNext = true),
    () => (device.mood.isFull = true),
    () => disk && (disk.failNextRead = true),
  ];
  chance.pick(ways)?.();
  return true;
}

function freeDisk({ scribes, chance }: Ordeal): boolean {
  const full = chance.pick(scribes.filter(({ device }) => device.mood.isFull));
  if (full) full.device.mood.isFull = false;
  return full !== undefined;
}

const monthMs = 30 * 86_400_000;
/** What waits in a server's tray longer than ninety days is emptied, as it should be: the world's time stays within that. */
const monthLimit = 2;

async function spendMonthOffline(ordeal: Ordeal): Promise<boolean> {
  const { state, chance, trace, nodes, lines } = ordeal;
  if (state.monthsOffline === monthLimit) return false;
  state.monthsOffline += 1;
  const scribe = anyScribe(ordeal);
  const { name } = scribe.device;
  trace.fault("thirty days offline", name);
  scribe.device.isOnline = false;
  lines.get(name)?.hangUp();
  for (let edits = 20 + chance.below(40); edits > 0; edits -= 1) {
    state.aheadMs += monthMs / 60;
    const intent = nextDoing(scribe.device.view());
    if (intent) await scribe.write(intent);
    if (scribe.device.mood.isDead) scribe.switchOn();
  }
  for (const node of nodes) node.tellTime();
  return true;
}

/** Somebody's app is one of the version before; later it is brought up to date. */
function changeApp(ordeal: Ordeal): boolean {
  const { oldApps, trace, chance, scribes } = ordeal;
  const old = chance.hits(0.6) ? scribes.find(({ device }) => oldApps.has(device.name)) : undefined;
  const scribe = old ?? anyScribe(ordeal);
  const { name } = scribe.device;
  if (oldApps.delete(name)) trace.fault("app brought up to date", name);
  else {
    oldApps.add(name);
    trace.fault("old app version", name);
  }
  scribe.switchOn();
  return true;
}
