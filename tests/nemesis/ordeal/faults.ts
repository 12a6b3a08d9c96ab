/** What goes wrong in an ordeal, by kind. */
import { wayFaults } from "#tests/nemesis/proxy/plans.ts";
import type { WayFault } from "#tests/nemesis/proxy/plans.ts";
import { faults as worldFaults } from "#tests/sync/world/trace.ts";
import type { Fault } from "#tests/sync/world/trace.ts";

const ownFaults = [
  "server killed",
  "server stopped",
  "server's clock back",
  "server's clock forward",
  "server's disk full",
  "device's disk full",
  "local read failed",
  "thirty days offline",
  "typed on while sent again",
  "two tabs in rounds at once",
  "leading tab killed, another took over",
  "leading tab frozen, another took over",
  "rounds begun by the doorbell",
  "called by the doorbell alone",
  "power cut at the server",
  "old copy restored",
  "old copy put back unannounced",
  "set back and ahead again unseen",
  "old app version",
  "app brought up to date",
  "database connections lost",
  "database restarted",
  "database killed",
] as const;

/** A kind of fault. */
export type OrdealFault = Fault | WayFault | (typeof ownFaults)[number];

/** Every kind of fault there is. */
export const ordealFaults: readonly OrdealFault[] = [
  ...new Set([...worldFaults, ...wayFaults, ...ownFaults]),
];
