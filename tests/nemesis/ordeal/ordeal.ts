/**
 * One world of the nemesis: the people and devices of the simulation, real nodes in processes of their own on a
 * database, and a proxy between them. What is chosen comes from the seed; how far a process had come when it was
 * killed, and which of two messages was first, does not.
 */
import type { Id } from "#model/id.ts";
import type { Proxy } from "#tests/nemesis/proxy/proxy.ts";
import type { Page, Weather } from "#tests/nemesis/proxy/plans.ts";
import type { Database } from "#tests/nemesis/server/database.ts";
import type { ServerProcess } from "#tests/nemesis/server/server-process.ts";
import type { Resting } from "#tests/sync/at-rest.ts";
import type { Chance } from "#tests/sync/world/chance.ts";
import type { Device, TabNumber } from "#tests/sync/world/device.ts";
import { openLook } from "#tests/sync/world/server-look.ts";
import type { Trace } from "#tests/sync/world/trace.ts";
import type { Peopled } from "#tests/sync/world/world.ts";
import type { Ledger } from "#tests/sync/writing/ledger.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import type { DoorListener } from "./doorbell.ts";
import type { OrdealFault } from "./faults.ts";
import type { HttpLine } from "./http-line.ts";
import type { DiskMood } from "./trying-rows.ts";

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
export interface State {
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
