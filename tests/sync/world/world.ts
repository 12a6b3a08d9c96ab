/**
 * One simulated world: a server, its network, seven devices and the people who use them. All that
 * happens is chosen by the seed; the same seed gives the same history.
 */
import { drawClientIdsFrom, drawingClientIdsFrom } from "./seeded-platform.ts"; // First: Yjs looks at the platform when it is loaded.
import { watchAllSent } from "#tests/sync/watch/all-sent.ts";
import { createChance } from "./chance.ts";
import type { Chance } from "./chance.ts";
import { Scribe } from "#tests/sync/writing/scribe.ts";
import { Device, settled } from "./device.ts";
import type { Variation } from "./device.ts";
import { watchErased } from "#tests/sync/watch/erased.ts";
import { createLedger } from "#tests/sync/writing/ledger.ts";
import type { Ledger } from "#tests/sync/writing/ledger.ts";
import { createNetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { owners } from "#tests/sync/writing/people.ts";
import { openServer } from "./server.ts";
import type { SimulatedServer } from "./server.ts";
import { createTrace, faults } from "./trace.ts";
import type { Trace } from "./trace.ts";
import { createTransport } from "./transport.ts";
import { watched } from "#tests/sync/watch/answers.ts";

/** A Monday morning in term time. */
const start = Date.UTC(2026, 10, 2, 9);

/** The people of a world at their devices, and what chance gives them to do. */
export interface Peopled {
  readonly chance: Chance;
  readonly trace: Trace;
  readonly scribes: readonly Scribe[];
}

/** A world under way. */
export interface World extends Peopled {
  readonly seed: number;
  readonly ledger: Ledger;
  readonly network: Network;
  readonly server: SimulatedServer;
  /** What was wrong on the way, before anything came to rest. */
  readonly wrongs: string[];
  /** Looks at what devices say of themselves. */
  look(): Promise<void>;
  /** The true time. */
  readonly clock: { now: number };
}

/** Makes a world in which nothing has happened but that everybody knows who they are. */
export async function openWorld(seed: number, variation: Variation): Promise<World> {
  drawClientIdsFrom(createChance(seed, "client ids").random);
  const trace = createTrace(faults);
  const clock = { now: start };
  const wrongs: string[] = [];
  const server = await openServer({ chance: createChance(seed, "server"), now: () => clock.now });
  const network = createNetwork(watched(server, wrongs));
  const allSent = watchAllSent(server, wrongs);
  const erased = watchErased(server, wrongs);
  const ledger = createLedger();
  const scribes = owners.map((owner) => {
    const device = new Device({
      owner,
      connect: (line) =>
        allSent.overhear(owner.name, createTransport({ from: owner.name, network, ...line })),
      act: (_device, work) =>
        drawingClientIdsFrom(variation.clientIds?.(owner.name), async () => {
          void work();
          await settled();
        }),
      ledger,
      chance: createChance(seed, owner.name),
      now: () => clock.now,
      variation,
      onTrouble: (trouble) =>
        trace.fault(trouble === "died" ? "device killed while storing" : "local write failed", owner.name),
      onBegin: (tab) => allSent.began(owner.name, tab),
      onRound: ({ sent, fetched, refused, allSent: isAllSent, problem }, tab) => {
        if (isAllSent) allSent.agreed(owner.name, tab);
        trace.note(
          `${owner.name} ends a round: ${[sent, fetched, refused, isAllSent, problem?.code].join(" ")}`,
        );
      },
    });
    return new Scribe(device);
  });
  return {
    seed,
    chance: createChance(seed, "world"),
    trace,
    ledger,
    network,
    server,
    scribes,
    wrongs,
    look: async () => {
      const devices = scribes.map(({ device }) => device);
      erased.look(devices);
      await allSent.look(devices);
    },
    clock,
  };
}
