/** Brings an ordeal to rest: everything is mended, everybody is online, and rounds go on until nothing moves. */
import { endRecovery } from "#server/sync/epoch.ts";
import { fairWeather } from "#tests/nemesis/proxy/plans.ts";
import { lookAtRest } from "#tests/sync/at-rest.ts";
import { findings } from "#tests/sync/oracle.ts";
import { write } from "#tests/sync/world/writing-events.ts";
import { callOneAnother } from "./at-the-door.ts";
import { beginRound, nothingUnderWay, serverOf } from "./ordeal.ts";
import type { Ordeal } from "./ordeal.ts";
import { typeWhileSentAgain } from "./sent-again.ts";

/** Passes after which a world that still moves is broken. */
const passLimit = 15;

/** Lets everything come to rest, and says what is not as it must be. */
export async function rest(ordeal: Ordeal): Promise<readonly string[]> {
  const { state, database, wrongs } = ordeal;
  await mend(ordeal);
  await sayLastWords(ordeal);
  await roundsUntilQuiet(ordeal);
  if (state.wasSetBack) {
    await database.use((storage) => endRecovery(storage));
    await roundsUntilQuiet(ordeal);
  }
  state.wasSetBack = false;
  ordeal.doubled.clear();
  state.isHushed = true;
  await nothingUnderWay(ordeal);
  const found = findings(await lookAtRest({ ...ordeal, server: serverOf(ordeal) }));
  state.isHushed = false;
  await callOneAnother(ordeal);
  return [...wrongs.splice(0), ...found];
}

async function mend(ordeal: Ordeal): Promise<void> {
  const { state, scribes, nodes, disks, trace } = ordeal;
  state.weather = fairWeather;
  state.jumpMs = 0;
  await Promise.all(nodes.map((node) => node.start()));
  for (const node of nodes) {
    node.limitFiles();
    node.tellTime();
  }
  await nothingUnderWay(ordeal);
  for (const scribe of scribes) {
    if (scribe.device.mood.isDead) scribe.switchOn();
    const { mood, name } = scribe.device;
    const disk = disks.get(name);
    if (disk) disk.failNextRead = false;
    Object.assign(mood, { failNext: false, isFull: false, diesIn: undefined });
    scribe.device.isOnline = true;
    trace.note(`${name} stores its editor: ${await scribe.flush()}`);
    await scribe.close();
  }
}

/** How many say something before everything rests: it costs them two rounds. */
const lastWordsMax = 3;

/** Some go on in a record while it is sent again and then leave it alone, so that no later word of theirs brings those along. */
async function sayLastWords(ordeal: Ordeal): Promise<void> {
  const { chance, scribes } = ordeal;
  for (let said = 0; said < lastWordsMax; said += 1) {
    const scribe = chance.pick(scribes);
    if (!scribe) return;
    await write({ ...ordeal, scribes: [scribe] });
    await typeWhileSentAgain(ordeal, scribe);
  }
}

async function roundsUntilQuiet(ordeal: Ordeal): Promise<void> {
  const { scribes, database, wrongs, unsure, nodes } = ordeal;
  const highest = () => database.use((storage) => storage.read((t) => t.scopes.highest()));
  for (let pass = 0; pass < passLimit; pass += 1) {
    await Promise.all(nodes.filter(({ isDown }) => isDown).map((node) => node.start()));
    const before = await highest();
    for (const { device } of scribes) {
      beginRound(ordeal, device, 0);
      await nothingUnderWay(ordeal);
    }
    if ((await highest()) === before && unsure.size === 0) return;
  }
  wrongs.push(...[...unsure].map(([name, why]) => `${name} does not say that all is sent: ${why}`));
  if (unsure.size === 0) wrongs.push("the world does not come to rest");
}
