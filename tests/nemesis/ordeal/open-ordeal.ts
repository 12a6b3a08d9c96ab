/**
 * Opens a world of the nemesis: puts its people into the database, starts its nodes, gives everybody a device, and
 * stands a proxy between them.
 */
import type { Id } from "#model/id.ts";
import { createSession } from "#server/sign-in/sessions.ts";
import { realSurroundings } from "#server/surroundings.ts";
import { beginEpoch } from "#server/sync/epoch.ts";
import { openProxy } from "#tests/nemesis/proxy/proxy.ts";
import type { Proxy } from "#tests/nemesis/proxy/proxy.ts";
import { fairWeather } from "#tests/nemesis/proxy/plans.ts";
import type { Database } from "#tests/nemesis/server/database.ts";
import { ServerProcess } from "#tests/nemesis/server/server-process.ts";
import { createChance } from "#tests/sync/world/chance.ts";
import type { Variation } from "#tests/sync/world/device.ts";
import { settlePeople } from "#tests/sync/world/server-look.ts";
import { createTrace } from "#tests/sync/world/trace.ts";
import { createLedger } from "#tests/sync/writing/ledger.ts";
import { owners } from "#tests/sync/writing/people.ts";
import { ordealFaults } from "./faults.ts";
import type { Ordeal, State } from "./ordeal.ts";
import { createOutfitter } from "./outfit.ts";
import { hearAllSent } from "./said-all-sent.ts";
import { createWatch } from "./watch.ts";
import type { Watch } from "./watch.ts";

/** Opens a world and starts its nodes. */
export async function openOrdeal(seed: number, database: Database, planted: Variation = {}): Promise<Ordeal> {
  const state = createState();
  const now = () => Date.now() + state.aheadMs;
  const settled = await settle(database, seed, now);
  const begun = { seed, database, state, now, ...createNotes() };
  const { trace, ledger, wrongs, doubled } = begun;
  const ids = () => [
    ...settled.ids,
    ...new Set([...ledger.words, ...ledger.choices, ...ledger.facts].map(({ id }) => id)),
  ];
  const nodes = nodesOn(begun);
  const mayHeal = (device: string) => state.wasSetBack || doubled.has(device);
  const watch = createWatch({ database, ids, wrongs, mayHeal, chance: createChance(seed, "watch"), trace });
  const proxy = await openWay({ ...begun, nodes }, watch);
  const allSent = hearAllSent(wrongs);
  const equip = createOutfitter({ ...begun, proxy }, { tokens: settled.tokens, allSent, planted });
  const outfits = owners.map((owner) => ({ name: owner.name, ...equip(owner) }));
  const scribes = outfits.map(({ scribe }) => scribe);
  const lines = new Map(outfits.map(({ name, line }) => [name, line]));
  const disks = new Map(outfits.map(({ name, disk }) => [name, disk]));
  await Promise.all(nodes.map((node) => node.start()));
  return {
    ...begun,
    chance: createChance(seed, "ordeal"),
    scribes,
    lines,
    disks,
    nodes,
    proxy,
    // Of two tabs in rounds at once, one may have agreed while the other sent: then it is agreed on at the next round.
    lookAtDevices: () =>
      allSent.look(scribes.map(({ device }) => device).filter(({ name }) => !doubled.has(name))),
    ids,
    close: async (isKept) => {
      for (const { device } of scribes) device.mood.isDead = true;
      for (const door of begun.doors.values()) door.leave();
      for (const line of lines.values()) line.hangUp();
      await proxy.close();
      for (const node of nodes) node.kill();
      await database.close(isKept);
    },
  };
}

const createState = (): State => ({
  weather: fairWeather,
  aheadMs: 0,
  jumpMs: 0,
  wasSetBack: false,
  monthsOffline: 0,
  isHushed: false,
});

/** What is noted as an ordeal goes on; nothing yet. */
type Notes = Pick<
  Ordeal,
  | "trace"
  | "ledger"
  | "wrongs"
  | "running"
  | "again"
  | "doors"
  | "oldApps"
  | "unsure"
  | "doubled"
  | "meanwhile"
>;

const createNotes = (): Notes => ({
  trace: createTrace(ordealFaults),
  ledger: createLedger(),
  wrongs: [],
  running: new Set(),
  again: new Set(),
  doors: new Map(),
  oldApps: new Set(),
  unsure: new Map(),
  doubled: new Set(),
  meanwhile: new Map(),
});

/** A world before it has a way between its devices and its nodes. */
type Begun = Notes & Pick<Ordeal, "seed" | "database" | "state" | "now">;

interface Settled {
  readonly ids: readonly Id[];
  /** Of a session on each device, by its name. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** Writes down who there is and who belongs to whom, and signs every device in. */
const settle = (database: Database, seed: number, now: () => number): Promise<Settled> =>
  database.use(async (storage) => {
    const surroundings = { ...realSurroundings, clock: now };
    await beginEpoch(storage, surroundings);
    const { random } = createChance(seed, "settled");
    const ids = await settlePeople(storage, { random, clock: now });
    const tokens = new Map<string, string>();
    for (const { name, person } of owners)
      tokens.set(name, (await createSession({ storage, surroundings }, person)).token);
    return { ids, tokens };
  });

const nodesOn = ({ database, state, trace, wrongs }: Begun): readonly ServerProcess[] =>
  Array.from(
    { length: database.nodes },
    (_, index) =>
      new ServerProcess({
        name: `node ${index + 1}`,
        environment: database.environmentOf(index),
        shiftMs: () => state.aheadMs + state.jumpMs,
        onComplaint: (line) => {
          trace.note(`a node says: ${line.slice(0, 2000)}`);
          if (!isExpected(line, state)) wrongs.push(`a node says: ${line.slice(0, 500)}`);
        },
      }),
  );

/**
 * A disk or database that fails is what a node should speak of, at work and at its start; or that it was set back when it
 * was. Anything else is a mistake in it.
 */
const isExpected = (line: string, { wasSetBack }: State): boolean =>
  /"msg":"storage-(failed|full)"|^ *What was answered: /.test(line) ||
  (wasSetBack && line.includes("set back to an older copy"));

/** The way of every message between devices and nodes; what a node answers is looked at on it. */
function openWay(
  { seed, database, state, trace, meanwhile, nodes }: Begun & Pick<Ordeal, "nodes">,
  watch: Watch,
): Promise<Proxy> {
  const chances = new Map(owners.map(({ name }) => [name, createChance(seed, `way of ${name}`)]));
  return openProxy({
    chanceOf: (device) => chances.get(decodeURIComponent(device)) ?? createChance(seed, device),
    bellChance: createChance(seed, "event streams"),
    weather: () => state.weather,
    node: (chance) => chance.pick(nodes.filter(({ port }) => port !== undefined)),
    onFault: (fault, line) => trace.fault(fault, decodeURIComponent(line)),
    onAnswer: async (from, path, answer) => {
      const device = decodeURIComponent(from);
      database.noteAnswered();
      await watch.look(device, path, answer);
      return path === "/api/sync/push" ? meanwhile.get(device)?.() : undefined;
    },
  });
}
