/** Everything that is left to chance in a simulated world, drawn from its seed and from nothing else. */
import type { Random } from "#model/id.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";

/** A stream of chance. Two streams of the same seed give the same numbers. */
export interface Chance {
  readonly random: Random;
  /** True once in `1 / share` times. */
  hits(share: number): boolean;
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** One of a list; undefined when it is empty. */
  pick<T>(list: readonly T[]): T | undefined;
  /** One of a list, each as likely as its weight says. */
  weigh<T extends { readonly weight: number }>(list: readonly T[]): T | undefined;
}

/** A stream of its own for each purpose, so that drawing more for one leaves the others as they were. */
export function createChance(seed: number, purpose: string): Chance {
  let start = Math.imul(seed + 1, 0x9e3779b1);
  for (const letter of purpose) start = Math.imul(start ^ letter.charCodeAt(0), 0x01000193);
  const random = seededRandom(start);
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    random,
    below,
    hits: (share) => random() < share,
    pick: (list) => list[below(list.length)],
    weigh: (list) => {
      let left = random() * list.reduce((sum, { weight }) => sum + weight, 0);
      return list.find(({ weight }) => (left -= weight) < 0);
    },
  };
}
