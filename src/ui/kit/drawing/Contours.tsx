/**
 * Contour lines as the ground of a header, a side bar or a map. Decoration: one patch a screen, never under
 * words, hidden from screen readers.
 */
import { memo } from "react";
import { createDrawingCache } from "#ui/kit/geometry/cache.ts";
import { contourLines, heightsOf } from "#ui/kit/geometry/contour-lines.ts";
import type { ContourLine, Hill } from "#ui/kit/geometry/contour-lines.ts";

/** Where the patch lies; each place has country of its own. */
export type ContourPlace = "corner" | "side" | "steps" | "strip" | "map" | "broad" | "ground";

type Country = {
  readonly width: number;
  readonly height: number;
  readonly hills: readonly Hill[];
  readonly seed: number;
  readonly levels: number;
};

const COUNTRIES: Readonly<Record<ContourPlace, Country>> = {
  corner: { width: 200, height: 96, hills: [[150, -6, 1.1, 62, 46]], seed: 4, levels: 8 },
  side: {
    width: 208,
    height: 400,
    hills: [
      [70, 205, 1.1, 92, 130],
      [220, 330, 0.3, 60, 60],
    ],
    seed: 9,
    levels: 10,
  },
  steps: { width: 236, height: 440, hills: [[100, 250, 1.1, 100, 120]], seed: 21, levels: 10 },
  strip: {
    width: 328,
    height: 88,
    hills: [
      [306, 30, 1, 70, 60],
      [110, -20, 0.5, 80, 46],
    ],
    seed: 6,
    levels: 9,
  },
  map: {
    width: 360,
    height: 232,
    hills: [
      [284, 60, 1.15, 78, 72],
      [70, 40, 0.62, 80, 46],
      [150, 250, 0.4, 110, 50],
    ],
    seed: 12,
    levels: 12,
  },
  broad: {
    width: 1080,
    height: 210,
    hills: [
      [940, 40, 1.1, 170, 110],
      [180, 230, 0.5, 190, 70],
      [520, -30, 0.4, 140, 70],
    ],
    seed: 17,
    levels: 11,
  },
  ground: {
    width: 620,
    height: 900,
    hills: [
      [440, 220, 1.1, 190, 200],
      [120, 640, 0.7, 170, 180],
      [560, 860, 0.5, 160, 140],
    ],
    seed: 29,
    levels: 12,
  },
};

const LOWEST = 0.12;
const HIGHEST = 1.05;

const drawings = createDrawingCache<readonly ContourLine[]>(20);

function linesOf(place: ContourPlace): readonly ContourLine[] {
  const { width, height, hills, seed, levels } = COUNTRIES[place];
  const heights = Array.from({ length: levels }, (_, i) => LOWEST + ((HIGHEST - LOWEST) * i) / (levels - 1));
  return drawings(place, () => contourLines(heightsOf(hills, seed), { width, height }, heights));
}

/** A patch of contour lines that fills its positioned parent. Every fourth line is heavier, as on a real map. */
export const Contours = memo(function Contours({ place }: { place: ContourPlace }) {
  const { width, height } = COUNTRIES[place];
  return (
    <svg
      className="contours"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {linesOf(place).map((line) => (
        <path key={line.path} className={line.level % 4 === 3 ? "index" : undefined} d={line.path} />
      ))}
    </svg>
  );
});
