/**
 * Looks, as often as anything happens, at what people erased: once it is gone from the device they erased it on, it never
 * shows there again, nor in that device's tray. Only where the server would not erase it may it come back. Source: RULES A19.
 */
import type { Id } from "#model/id.ts";
import type { Erasure } from "#model/kinds/erasure.ts";
import { asideOn } from "#tests/sync/writing/keeping.ts";
import type { Held } from "#tests/sync/writing/truth.ts";
import type { Device } from "#tests/sync/world/device.ts";
import type { SimulatedServer } from "#tests/sync/world/server.ts";

/** Remembers what is gone from each device. */
export interface ErasedWatch {
  /** Looks at the devices as they are now; what is wrong goes into `wrongs`. */
  look(devices: readonly Pick<Device, "name" | "disk">[]): void;
}

const recordsOf = (held: readonly Held[]): ReadonlySet<Id> =>
  new Set<Id>(
    held.flatMap(({ envelope, value }) =>
      envelope.kind === "erasure" ? ((value as Erasure).record ?? []) : [],
    ),
  );

/** Nobody has erased anything yet. */
export function watchErased(server: Pick<SimulatedServer, "wasSetBack">, wrongs: string[]): ErasedWatch {
  const goneByDevice = new Map<string, Set<Id>>();

  const lookAt = ({ name, disk }: Pick<Device, "name" | "disk">): void => {
    const gone = goneByDevice.get(name) ?? new Set();
    goneByDevice.set(name, gone);
    const shows = (id: Id): boolean => {
      const row = disk.rows.get(id);
      return disk.refused.has(id) || (row !== undefined && !row.erased);
    };
    const refused = recordsOf(asideOn(disk));
    const erased = recordsOf([...disk.rows.values()].filter(({ localRev }) => localRev > 0));
    for (const id of gone) {
      if (!shows(id)) continue;
      gone.delete(id);
      // An erasure that neither the device nor an older copy of the server knows can keep nothing away.
      const isLost = server.wasSetBack && !erased.has(id);
      if (!refused.has(id) && !isLost) wrongs.push(`erased on ${name}, and shown there again: ${id}`);
    }
    for (const id of erased) if (!shows(id) && !refused.has(id)) gone.add(id);
  };

  return { look: (devices) => devices.forEach(lookAt) };
}
