/** Several things measured by turns, so that a busy machine slows all alike. */
import { explained, type Samples } from "#tests/bench/measurement.ts";
import type { Explained } from "#tests/bench/figure.ts";

/** One measurement of the server, which may give several figures. */
export interface ServerMeasurement {
  readonly name: string;
  readonly measure: (setting: Setting) => Promise<readonly Explained[]>;
  /** True for what is left out unless it is named, or `--full` is asked for. */
  readonly isLong?: boolean;
}

/** How much is measured. */
export interface Setting {
  /** How often each side is measured. */
  readonly runs: number;
}

/** Samples every side in turn, each run beginning with another; one turn before them does not count. */
export async function inTurn<S extends string>(
  runs: number,
  sides: readonly S[],
  sample: (side: S) => Promise<number>,
): Promise<Record<S, number[]>> {
  const taken = Object.fromEntries(sides.map((side) => [side, [] as number[]])) as Record<S, number[]>;
  for (let run = -1; run < runs; run += 1) {
    const first = (run + 1) % sides.length;
    for (const side of [...sides.slice(first), ...sides.slice(0, first)]) {
      const took = await sample(side);
      if (run >= 0) taken[side].push(took);
    }
  }
  return taken;
}

/** One figure for each thing that ours is held against. */
export const against = (
  ours: readonly number[],
  held: readonly (Omit<Parameters<typeof explained>[1], "limit"> & {
    readonly reference: readonly number[];
    readonly limit?: string;
  })[],
): readonly Explained[] =>
  held.map(({ reference, limit = "", ...said }) =>
    explained({ ours, reference } satisfies Samples, { ...said, limit }),
  );
