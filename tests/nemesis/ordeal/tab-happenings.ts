/** One tab leads and is lost in the middle of a round: killed, or standing still. Another takes over, on the same rows. */
import type { TabNumber } from "#tests/sync/world/device.ts";
import { beginRound } from "./ordeal.ts";
import type { Ordeal } from "./ordeal.ts";

/** A tab in a round is lost, and the other begins one. */
export function takeOver(ordeal: Ordeal): boolean {
  const { chance, scribes, trace, doubled } = ordeal;
  const scribe = chance.pick(scribes.filter(({ device }) => device.isBusy));
  if (!scribe) return false;
  const { device } = scribe;
  const leading: TabNumber = device.isBusyIn(0) ? 0 : 1;
  const other: TabNumber = leading === 0 ? 1 : 0;
  if (chance.hits(0.5)) {
    // Its editor goes with it, and what was typed there and not stored.
    if (leading === 0) scribe.letGo();
    device.replaceTab(leading);
    trace.fault("leading tab killed, another took over", device.name);
  } else {
    device.freezeTab(leading);
    doubled.add(device.name);
    trace.fault("leading tab frozen, another took over", device.name);
  }
  beginRound(ordeal, device, other);
  return true;
}

/** Tabs that stood still are looked at again, and go on where they were. */
export function thaw({ chance, scribes }: Ordeal): boolean {
  const busy = chance.pick(scribes.filter(({ device }) => device.isBusy));
  busy?.device.thaw();
  return busy !== undefined;
}
