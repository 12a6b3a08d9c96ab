/** What the oracle is shown of a world that has come to rest. */
import type { Ledger } from "#tests/sync/writing/ledger.ts";
import { owners } from "#tests/sync/writing/people.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { truthOf } from "#tests/sync/writing/truth.ts";
import type { SimulatedServer } from "#tests/sync/world/server.ts";
import type { AtRest } from "./oracle.ts";

/** A world of which somebody says that it rests. */
export interface Resting {
  readonly server: Pick<SimulatedServer, "records" | "tray" | "digests">;
  readonly scribes: readonly Scribe[];
  readonly ledger: Ledger;
}

/** Reads everything there is in it. */
export async function lookAtRest({ server, scribes, ledger }: Resting): Promise<AtRest> {
  const records = await server.records();
  const truth = truthOf(records);
  const devices = scribes.map(({ device: { disk, parts } }) => ({ owner: parts.owner, disk }));
  const held = owners.flatMap(({ person, opened }) => [...truth.held(person, opened)]);
  const scopes = new Set([...records.flatMap((record) => truth.scopes(record)), ...held]);
  return { records, tray: await server.tray(), digests: await server.digests([...scopes]), devices, ledger };
}
