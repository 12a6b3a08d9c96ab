/** Time and chance, which come in through the door: a test brings its own. */
import { randomBytes } from "node:crypto";
import type { Random } from "#model/id.ts";
import type { Instant } from "#model/time.ts";

/** What the server takes from the machine. */
export interface Surroundings {
  readonly clock: () => Instant;
  /** For ids and records; not for secrets. */
  readonly random: Random;
  /** Bytes nobody can guess, for keys, tokens and codes. */
  readonly secrets: (sizeBytes: number) => Uint8Array;
}

/** The machine's own. */
export const realSurroundings: Surroundings = {
  clock: Date.now,
  random: Math.random,
  secrets: (sizeBytes) => randomBytes(sizeBytes),
};
