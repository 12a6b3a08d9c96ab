/** What each person of an ordeal is given: a device whose network and disk fail as the seed says. */
import { setImmediate as turn } from "node:timers/promises";
import { isStorageFailure } from "#store/storage-failure.ts";
import { createChance } from "#tests/sync/world/chance.ts";
import { Device } from "#tests/sync/world/device.ts";
import type { Variation } from "#tests/sync/world/device.ts";
import type { DeviceOwner } from "#tests/sync/writing/people.ts";
import { Scribe } from "#tests/sync/writing/scribe.ts";
import { createHttpLine } from "./http-line.ts";
import type { HttpLine } from "./http-line.ts";
import { asVersionOne } from "./old-app.ts";
import type { Ordeal } from "./ordeal.ts";
import type { SaidAllSent } from "./said-all-sent.ts";
import { tryingRows } from "./trying-rows.ts";
import type { DiskMood } from "./trying-rows.ts";

/** What a person is given: a device with its network and its disk, and somebody who writes on it. */
export interface Outfit {
  readonly scribe: Scribe;
  readonly line: HttpLine;
  readonly disk: DiskMood;
}

/** What all are given alike. */
export interface GivenToAll {
  /** Of a session on each device, by its name. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly allSent: SaidAllSent;
  readonly planted: Variation;
}

type World = Pick<Ordeal, "seed" | "now" | "ledger" | "trace" | "unsure" | "oldApps" | "proxy">;

/** Gives each person their device. */
export function createOutfitter(
  { seed, now, ledger, trace, unsure, oldApps, proxy }: World,
  { tokens, allSent, planted }: GivenToAll,
): (owner: DeviceOwner) => Outfit {
  return (owner) => {
    const { name, person } = owner;
    const line = createHttpLine({ url: () => proxy.url, name, person, token: () => tokens.get(name) ?? "" });
    const disk: DiskMood = { failNextRead: false, onFailed: () => trace.fault("local read failed", name) };
    const diskChance = createChance(seed, `disk of ${name}`);
    const device = new Device({
      owner,
      ledger,
      chance: createChance(seed, name),
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
        const came = [sent, fetched, refused, saysSo, problem?.code, problem?.detail].join(" ");
        trace.note(`${name} ends a round: ${came}`);
        if (saysSo) unsure.delete(name);
        else unsure.set(name, problem?.code ?? "the digests differ");
      },
    });
    return { scribe: new Scribe(device), line, disk };
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
