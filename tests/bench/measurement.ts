/** What a measurement is, and how its samples are taken: both sides in turn, so that a busy machine slows both alike. */
import type { Explained } from "./figure.ts";
import { medianOf } from "./figure.ts";

/** Which of the two is measured: Waymark, or what it is held against. */
export type Side = "ours" | "reference";

/** One measurement: a file each. */
export interface Measurement {
  readonly name: string;
  /** Takes the figure and cleans up after itself. `runs` is how often each side is measured. */
  readonly measure: (runs: number) => Promise<Explained>;
}

/** The samples of both sides, in the order they were taken. */
export interface Samples {
  readonly ours: readonly number[];
  readonly reference: readonly number[];
}

/** Samples both sides in turn, the first one alternating; one turn before them does not count. */
export async function interleaved(runs: number, sample: (side: Side) => Promise<number>): Promise<Samples> {
  const ours: number[] = [];
  const reference: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    const sides: readonly Side[] = run % 2 === 0 ? ["ours", "reference"] : ["reference", "ours"];
    for (const side of sides) {
      const taken = await sample(side);
      if (run >= 0) (side === "ours" ? ours : reference).push(taken);
    }
  }
  return { ours, reference };
}

/** What a measurement says of itself beside its samples. */
type Said = Pick<Explained, "name" | "unit" | "against" | "aim" | "limit"> &
  Partial<Pick<Explained, "details">>;

/** The figure that samples come to: the median of each side, and the ratio of the two. */
export function explained(samples: Samples, said: Said): Explained {
  const ours = medianOf(samples.ours);
  const reference = medianOf(samples.reference);
  return { details: [], ...said, ours, reference, ratio: ours / reference };
}
