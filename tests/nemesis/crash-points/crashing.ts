/**
 * A device's storage that counts the calls of one round and ends the device at one of them: before it is done, after
 * it is done and before the device hears of it, or in the middle, with some of its rows stored.
 */
import type { RowStorage } from "#store/ports.ts";
import { rowsThrough } from "#store/replicate/rows-through.ts";
import type { Device, Variation } from "#tests/sync/world/device.ts";

/** Where in a round the device ends. */
export interface CrashPoint {
  /** The number of the call, from 0. */
  readonly call: number;
  readonly when: "before" | "halfway" | "after";
}

/** A call of a round under watch. */
export interface Call {
  readonly what: string;
  readonly isWriting: boolean;
  /** True where some of it can be done without the rest. */
  readonly hasHalves: boolean;
  /** How often anything but this storage had moved before it: a message, or the person. */
  readonly moved: number;
}

/** One round under watch. */
export interface Watched {
  /** The calls so far, in order. */
  readonly calls: readonly Call[];
  /** To be called whenever anything but the storage moves. */
  move(): void;
}

/** Watches rounds of devices in a world that is opened with its variation. */
export interface Crashing {
  readonly variation: Variation;
  /** From now on counts the calls of this device, and ends it at the point if one is given. */
  watch(device: Device, point?: CrashPoint): Watched;
  /** The round is over. */
  unwatch(): void;
}

const writing: ReadonlySet<keyof RowStorage> = new Set([
  "rewrite",
  "changeMarks",
  "putRefused",
  "dropRefused",
]);

const forever = (): Promise<never> => new Promise<never>(() => undefined);

/** Nothing is watched yet. `planted` is a mistake between the device and this storage. */
export function createCrashing(planted: Variation = {}): Crashing {
  let watching:
    | { readonly device: Device; readonly point?: CrashPoint; readonly calls: Call[]; moved: number }
    | undefined;

  const end = (device: Device): Promise<never> => {
    device.mood.isDead = true;
    watching = undefined;
    return forever();
  };

  const crashing = (rows: RowStorage, name: string): RowStorage => {
    const call = async <T>(
      what: keyof RowStorage,
      whole: () => Promise<T>,
      half?: () => Promise<void>,
    ): Promise<T> => {
      if (watching?.device.name !== name) return whole();
      const { device, point, calls } = watching;
      const [isWriting, hasHalves] = [writing.has(what), half !== undefined];
      calls.push({ what, isWriting, hasHalves, moved: watching.moved });
      const when = point?.call === calls.length - 1 ? point.when : undefined;
      if (when === "before") return end(device);
      if (when === "halfway") {
        await half?.();
        return end(device);
      }
      const result = await whole();
      return when === "after" ? end(device) : result;
    };
    return {
      ...rowsThrough((whole, what) => call(what, whole), rows),
      rewrite: (ids, rewrite) =>
        call(
          "rewrite",
          () => rows.rewrite(ids, rewrite),
          ids.length > 1 ? () => rows.rewrite(ids.slice(0, ids.length / 2), rewrite) : undefined,
        ),
    };
  };
  return {
    variation: {
      ...planted,
      storage: (rows, name) => {
        const below = crashing(rows, name);
        return planted.storage?.(below, name) ?? below;
      },
    },
    watch(device, point) {
      const calls: Call[] = [];
      watching = { device, calls, moved: 0, ...(point ? { point } : {}) };
      const move = () => {
        if (watching) watching.moved += 1;
      };
      return { calls, move };
    },
    unwatch: () => (watching = undefined),
  };
}
