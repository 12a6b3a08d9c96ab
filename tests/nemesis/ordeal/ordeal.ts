/**
 * One world of the nemesis: the people and devices of the simulation, real nodes in processes of their own on a
 * database, and a proxy between them. What is chosen comes from the seed; how far a process had come when it was
 * killed, and which of two messages was first, does not.
 */
import { setImmediate as turn } from "node:timers/promises";
import type { Id } from "#model/id.ts";
import { createSession } from "#server/sign-in/sessions.ts";
import { realSurroundings } from "#server/surroundings.ts";
import { beginEpoch } from "#server/sync/epoch.ts";
import { isStorageFailure } from "#store/storage-failure.ts";
import { openProxy } from "#tests/nemesis/proxy/proxy.ts";
import type { Proxy } from "#tests/nemesis/proxy/proxy.ts";
import { fairWeather } from "#tests/nemesis/proxy/plans.ts";
import type { Page, Weather } from "#tests/nemesis/proxy/plans.ts";
import type { Database } from "#tests/nemesis/server/database.ts";
import { ServerProcess } from "#tests/nemesis/server/server-process.ts";
import { createChance } from "#tests/sync/world/chance.ts";
import type { Chance } from "#tests/sync/world/chance.ts";
import { Device } from "#tests/sync/world/device.ts";
import type { TabNumber, Variation } from "#tests/sync/world/device.ts";
import { openLook, settlePeople } from "#tests/sync/world/server-look.ts";
import { createTrace } from "#tests/sync/world/trace.ts";
import type { Trace } from "#tests/sync/world/trace.ts";
import type { Resting } from "#tests/sync/at-rest.ts";
import type { Peopled } from "#tests/sync/world/world.ts";
import { createLedger } from "#tests/sync/writing/ledger.ts";
import type { Ledger } from "#tests/sync/writing/ledger.ts";
import { owners } from "#tests/sync/writing/people.ts";
import { Scribe } from "#tests/sync/writing/scribe.ts";
import type { DoorListener } from "./doorbell.ts";
import { ordealFaults } from "./faults.ts";
import type { OrdealFault } from "./faults.ts";
import { createHttpLine } from "./http-line.ts";
import type { HttpLine } from "./http-line.ts";
import { asVersionOne } from "./old-app.ts";
import { hearAllSent } from "./said-all-sent.ts";
import { tryingRows } from "./trying-rows.ts";
import type { DiskMood } from "./trying-rows.ts";
import { createWatch } from "./watch.ts";

/** An ordeal under way. */
export interface Ordeal extends Peopled {
  readonly seed: number;
  readonly chance: Chance;
  readonly trace: Trace<OrdealFault>;
  readonly ledger: Ledger;
  readonly scribes: readonly Scribe[];
  readonly lines: ReadonlyMap<string, HttpLine>;
  readonly disks: ReadonlyMap<string, DiskMood>;
  readonly nodes: readonly ServerProcess[];
  readonly database: Database;
  readonly proxy: Proxy;
  /** What was wrong on the way, before anything came to rest. */
  readonly wrongs: string[];
  /** Rounds under way. */
  readonly running: Set<Promise<void>>;
  /** Tabs that are to begin a round when the one under way has ended. */
  readonly again: Set<string>;
  /** Devices that live by the doorbell: nothing else begins a round on them until the world rests. */
  readonly doors: Map<string, DoorListener>;
  /** Devices whose app is of the version before. */
  readonly oldApps: Set<string>;
  /** Devices that do not say "all sent" after their last round. */
  readonly unsure: Map<string, string>;
  /** Devices of which both tabs were in rounds at once: one may ask for an audit of what the other is just changing. */
  readonly doubled: Set<string>;
  /** What a device's person does while a node's answer to a push of theirs is on its way; a page comes in the answer's place. */
  readonly meanwhile: Map<string, () => Promise<Page | undefined>>;
  readonly state: State;
  /** Looks at what devices say, as they are now. */
  lookAtDevices(): void;
  /** Every record anybody ever tried to write. */
  ids(): readonly Id[];
  now(): number;
  close(isKept: boolean): Promise<void>;
}

/** What changes as the ordeal goes on. */
interface State {
  weather: Weather;
  /** How far the world's time is ahead of the machine's, in milliseconds. */
  aheadMs: number;
  /** How wrong the nodes' clocks are, in milliseconds. */
  jumpMs: number;
  /** True from when an older copy was put in place until the world has rested. */
  wasSetBack: boolean;
  monthsOffline: number;
  /** True while rings are not heard: the oracle looks. */
  isHushed: boolean;
}

/** Opens a world and starts its nodes. */
export async function openOrdeal(seed: number, database: Database, planted: Variation = {}): Promise<Ordeal> {
  const trace = createTrace(ordealFaults);
  const ledger = createLedger();
  const wrongs: string[] = [];
  const state: State = {
    weather: fairWeather,
    aheadMs: 0,
    jumpMs: 0,
    wasSetBack: false,
    monthsOffline: 0,
    isHushed: false,
  };
  const now = () => Date.now() + state.aheadMs;
  const { random } = createChance(seed, "settled");
  const [settled, tokens] = await database.use(async (storage) => {
    const surroundings = { ...realSurroundings, clock: now };
    await beginEpoch(storage, surroundings);
    const ids = await settlePeople(storage, { random, clock: now });
    const given = new Map<string, string>();
    for (const { name, person } of owners)
      given.set(name, (await createSession({ storage, surroundings }, person)).token);
    return [ids, given] as const;
  });
  const nodes = Array.from(
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
  const ids = () => [
    ...settled,
    ...new Set([...ledger.words, ...ledger.choices, ...ledger.facts].map(({ id }) => id)),
  ];
  const doubled = new Set<string>();
  const meanwhile: Ordeal["meanwhile"] = new Map();
  const mayHeal = (device: string) => state.wasSetBack || doubled.has(device);
  const watch = createWatch({ database, ids, wrongs, mayHeal, chance: createChance(seed, "watch"), trace });
  const wayChances = new Map(owners.map(({ name }) => [name, createChance(seed, `way of ${name}`)]));
  const proxy = await openProxy({
    chanceOf: (device) => wayChances.get(decodeURIComponent(device)) ?? createChance(seed, device),
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
  const oldApps = new Set<string>();
  const unsure = new Map<string, string>();
  const allSent = hearAllSent(wrongs);
  const doors = new Map<string, DoorListener>();
  const lines = new Map<string, HttpLine>();
  const disks = new Map<string, DiskMood>();
  const scribes = owners.map((owner) => {
    const { name, person } = owner;
    const line = createHttpLine({ url: () => proxy.url, name, person, token: () => tokens.get(name) ?? "" });
    const disk: DiskMood = { failNextRead: false, onFailed: () => trace.fault("local read failed", name) };
    lines.set(name, line);
    disks.set(name, disk);
    const chance = createChance(seed, name);
    const diskChance = createChance(seed, `disk of ${name}`);
    const device = new Device({
      owner,
      ledger,
      chance,
      now,
      connect: (asking) => line.connect(asking),
      act,
      variation: {
        ...planted,
        disk: (rows) => tryingRows(rows, diskChance, disk),
        transport: (transport) => {
          const heard = allSent.overhear(name, transport);
          const changed = planted.transport?.(heard, name) ?? heard;
          return oldApps.has(name) ? asVersionOne(changed) : changed;
        },
      },
      onTrouble: (trouble) => {
        if (trouble === "died") line.hangUp();
        trace.fault(troubles[trouble], name);
      },
      onRound: ({ sent, fetched, refused, allSent: saysSo, problem }) => {
        trace.note(
          `${name} ends a round: ${[sent, fetched, refused, saysSo, problem?.code, problem?.detail].join(" ")}`,
        );
        if (saysSo) unsure.delete(name);
        else unsure.set(name, problem?.code ?? "the digests differ");
      },
    });
    return new Scribe(device);
  });
  await Promise.all(nodes.map((node) => node.start()));
  return {
    seed,
    chance: createChance(seed, "ordeal"),
    trace,
    ledger,
    scribes,
    lines,
    disks,
    nodes,
    database,
    proxy,
    wrongs,
    running: new Set(),
    again: new Set(),
    doors,
    oldApps,
    unsure,
    doubled,
    meanwhile,
    state,
    // Of two tabs in rounds at once, one may have agreed while the other sent: then it is agreed on at the next round.
    lookAtDevices: () =>
      allSent.look(scribes.map(({ device }) => device).filter(({ name }) => !doubled.has(name))),
    ids,
    now,
    close: async (isKept) => {
      for (const { device } of scribes) device.mood.isDead = true;
      for (const door of doors.values()) door.leave();
      for (const line of lines.values()) line.hangUp();
      await proxy.close();
      for (const node of nodes) node.kill();
      await database.close(isKept);
    },
  };
}

const troubles = {
  died: "device killed while storing",
  failed: "local write failed",
  full: "device's disk full",
} as const;

/** Waits until the person's own doing has come as far as it comes. A disk that does not read opens no editor. */
async function act(device: Device, work: () => Promise<unknown>): Promise<void> {
  const done = work().catch((error: unknown) => {
    if (!isStorageFailure(error)) throw error;
  });
  await Promise.race([done, device.off]);
  await turn();
}

/** Begins a round in a tab, or another one as soon as that in the tab has ended; it is under way until it ends, or its device or tab does. */
export function beginRound(ordeal: Ordeal, device: Device, tab: TabNumber): void {
  const { running, again, trace, doubled } = ordeal;
  const key = `${device.name} ${tab}`;
  if (device.isBusyIn(tab)) return void again.add(key);
  if (device.isBusy) {
    doubled.add(device.name);
    trace.fault("two tabs in rounds at once", device.name);
  }
  trace.note(`${device.name} starts a round in tab ${tab + 1}`);
  const round = Promise.race([device.round(tab), device.off]).finally(() => {
    running.delete(round);
    if (again.delete(key) && !device.mood.isDead) beginRound(ordeal, device, tab);
  });
  running.add(round);
}

/**
 * A disk or database that fails is what a node should speak of, at work and at its start; or that it was set back when it
 * was. Anything else is a mistake in it.
 */
const isExpected = (line: string, { wasSetBack }: State): boolean =>
  /"msg":"storage-(failed|full)"|^ *What was answered: /.test(line) ||
  (wasSetBack && line.includes("set back to an older copy"));

/** The server's side as the oracle sees it: read out of the database, whether a node runs or not. */
export const serverOf = ({ database, ids }: Pick<Ordeal, "database" | "ids">): Resting["server"] => ({
  records: () => database.use((storage) => openLook(() => storage).records(ids())),
  tray: () => database.use((storage) => openLook(() => storage).tray()),
  digests: (scopes) => database.use((storage) => openLook(() => storage).digests(scopes)),
});

/** Resolves when no round is under way, also of tabs that stood still, and nothing is on the network. */
export async function nothingUnderWay({ running, proxy, scribes }: Ordeal): Promise<void> {
  for (const { device } of scribes) device.thaw();
  while (running.size > 0) await Promise.all(running);
  await proxy.quiet();
}
