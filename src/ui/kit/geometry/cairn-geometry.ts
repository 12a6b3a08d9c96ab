/** Where the stones of six cairns lie: a stone an entry, oldest at the foot. Piles shrink to fit, none is left out. */
import { ribbonPath, ringPath, round1, smoothPath } from "./curve.ts";
import type { Point } from "./curve.ts";
import { createRandom, noise } from "./noise.ts";

/** One stone in its place. `glyphSize` is 0 when the stone is too small for an icon. */
export type PlacedStone = {
  /** Counted from the foot of its pile. */
  readonly rank: number;
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly path: string;
  readonly glyphSize: number;
};

/** All lines of the picture, in a box of 304 by 118. */
type CairnGeometry = {
  readonly ground: { readonly walked: string; readonly ahead: string };
  /** For each pile its stones; a pile still to come is one dashed outline instead. */
  readonly piles: readonly { readonly stones: readonly PlacedStone[]; readonly outline?: string }[];
};

/** The picture’s width and height in drawing units. */
export const CAIRNS_WIDTH = 304;
/** See `CAIRNS_WIDTH`. */
export const CAIRNS_HEIGHT = 118;
const BASE = CAIRNS_HEIGHT - 7;
const MOST_AT_FULL_SIZE = 6;

const rounded = (value: number): number => Math.sign(value) * Math.abs(value) ** 0.62;

function stonePath(halfWidth: number, halfHeight: number, phase: number): string {
  const points = Array.from({ length: 14 }, (_, i): Point => {
    const angle = (i / 14) * Math.PI * 2;
    const x = rounded(Math.cos(angle)) * halfWidth * (1 + 0.05 * Math.cos(2 * angle + phase));
    return [x, rounded(Math.sin(angle)) * halfHeight * (1 + 0.06 * Math.cos(3 * angle + phase))];
  });
  return smoothPath(points, true);
}

function pileOf(count: number, centre: number, random: () => number): PlacedStone[] {
  const shrink = Math.min(1, MOST_AT_FULL_SIZE / count);
  let y = BASE;
  return Array.from({ length: count }, (_, i) => {
    const halfWidth = (19 - i * 1.35 * shrink) * (0.92 + random() * 0.14);
    const halfHeight = 7.9 * shrink * (0.94 + random() * 0.12);
    const stone = {
      rank: i,
      x: round1(centre + (random() - 0.5) * 4),
      y: round1(y - halfHeight),
      turn: round1((random() - 0.5) * 7 * shrink),
      path: stonePath(halfWidth, halfHeight, random() * 6.3),
      glyphSize: halfHeight > 6 ? 11.2 : 0,
    };
    y -= halfHeight * 2 - 0.5 * shrink;
    return stone;
  });
}

function groundLine(seed: number): Point[] {
  return Array.from({ length: 121 }, (_, i): Point => [
    (i / 120) * CAIRNS_WIDTH,
    BASE + 3 + (noise(i * 0.11, 2, seed) - 0.5) * 2.6,
  ]);
}

/** The cairns for `counts` entries a pile, drawn as far as pile `now` (-1: not begun). */
export function cairnGeometry(counts: readonly number[], now: number, seed: number): CairnGeometry {
  const random = createRandom(seed);
  const column = CAIRNS_WIDTH / Math.max(1, counts.length);
  const line = groundLine(seed);
  const cut = now < 0 ? 0 : Math.min(120, Math.round(((now + 0.72) / counts.length) * 120));
  return {
    ground: {
      walked: cut > 0 ? ribbonPath(line.slice(0, cut + 1), 3.4, seed) : "",
      ahead: smoothPath(line.slice(cut === 0 ? 0 : cut + 2).filter((_, i) => i % 2 === 0)),
    },
    piles: counts.map((count, i) => {
      const centre = column * (i + 0.5);
      if (count > 0) return { stones: pileOf(count, centre, random) };
      return {
        stones: [],
        outline: ringPath({
          centre: [centre, BASE - 7.5],
          radius: 15,
          seed: seed + i * 3,
          wobble: 0.05,
          squash: 0.44,
        }),
      };
    }),
  };
}
