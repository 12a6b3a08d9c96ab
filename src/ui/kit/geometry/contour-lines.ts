/**
 * Contour lines of made-up country: a height for every place, and the lines of equal height through it
 * (marching squares). Lines that close on themselves stay closed; crumbs are dropped.
 */
import { smoothPath } from "./curve.ts";
import type { Point } from "./curve.ts";
import { noise } from "./noise.ts";

/** A hill: where its top is, how high, and how far it spreads each way. */
export type Hill = readonly [x: number, y: number, height: number, spreadX: number, spreadY: number];

/** The height of the ground at a place. */
type Heights = (x: number, y: number) => number;

/** Rolling country: the hills, and some roughness that `seed` decides. */
export function heightsOf(hills: readonly Hill[], seed: number): Heights {
  return (x, y) => {
    let height = 0;
    for (const [cx, cy, top, sx, sy] of hills)
      height += top * Math.exp(-(((x - cx) / sx) ** 2 + ((y - cy) / sy) ** 2));
    return (
      height +
      0.16 * (noise(x / 70, y / 70, seed) - 0.5) +
      0.072 * (noise(x / 31.5, y / 31.5, seed + 1) - 0.5)
    );
  };
}

/** A drawn line and which of the asked levels it belongs to, 0 the lowest. */
export type ContourLine = { readonly level: number; readonly path: string };

type Crossing = { readonly edge: string; readonly point: Point };
type Segment = readonly [Crossing, Crossing];

const CELL = 6;

/** Which pairs of a square's sides (top, right, bottom, left) the line joins, by the corners that stand above it. */
const PAIRS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [[3, 2]],
  2: [[2, 1]],
  3: [[3, 1]],
  4: [[0, 1]],
  5: [
    [3, 0],
    [2, 1],
  ],
  6: [[0, 2]],
  7: [[3, 0]],
  8: [[3, 0]],
  9: [[0, 2]],
  10: [
    [0, 1],
    [3, 2],
  ],
  11: [[0, 1]],
  12: [[3, 1]],
  13: [[2, 1]],
  14: [[3, 2]],
};

type Square = {
  readonly column: number;
  readonly row: number;
  readonly corners: readonly [number, number, number, number];
};

function segmentsOf({ column, row, corners: [a, b, c, d] }: Square, level: number): Segment[] {
  const shape = (a > level ? 8 : 0) + (b > level ? 4 : 0) + (c > level ? 2 : 0) + (d > level ? 1 : 0);
  const pairs = PAIRS[shape];
  if (!pairs) return [];
  const x = (column - 1) * CELL;
  const y = (row - 1) * CELL;
  const share = (from: number, to: number): number => ((level - from) / (to - from || 1e-9)) * CELL;
  const sides: readonly Crossing[] = [
    { edge: `h${column},${row}`, point: [x + share(a, b), y] },
    { edge: `v${column + 1},${row}`, point: [x + CELL, y + share(b, c)] },
    { edge: `h${column},${row + 1}`, point: [x + share(d, c), y + CELL] },
    { edge: `v${column},${row}`, point: [x, y + share(a, d)] },
  ];
  return pairs.map(([from, to]) => [sides[from], sides[to]] as Segment);
}

function segmentsAt(grid: readonly (readonly number[])[], level: number): Segment[] {
  const found: Segment[] = [];
  for (let row = 0; row + 1 < grid.length; row += 1) {
    const upper = grid[row] ?? [];
    const lower = grid[row + 1] ?? [];
    for (let column = 0; column + 1 < upper.length; column += 1) {
      const corners = [
        upper[column],
        upper[column + 1],
        lower[column + 1],
        lower[column],
      ] as Square["corners"];
      found.push(...segmentsOf({ column, row, corners }, level));
    }
  }
  return found;
}

/** Joins segments that share an edge crossing into whole lines. */
function joinSegments(segments: readonly Segment[]): Crossing[][] {
  const byEdge = new Map<string, Segment[]>();
  for (const segment of segments) {
    for (const { edge } of segment) byEdge.set(edge, [...(byEdge.get(edge) ?? []), segment]);
  }
  const used = new Set<Segment>();
  const nextFrom = (tip: Crossing): Crossing | undefined => {
    const next = byEdge.get(tip.edge)?.find((segment) => !used.has(segment));
    if (!next) return undefined;
    used.add(next);
    return next[0].edge === tip.edge ? next[1] : next[0];
  };
  return segments.flatMap((segment) => {
    if (used.has(segment)) return [];
    used.add(segment);
    const line: Crossing[] = [...segment];
    for (let next = nextFrom(segment[1]); next; next = nextFrom(next)) line.push(next);
    for (let next = nextFrom(segment[0]); next; next = nextFrom(next)) line.unshift(next);
    return [line];
  });
}

function lineToPath(line: readonly Crossing[]): string {
  const closed = line[0]?.edge === line.at(-1)?.edge;
  const points = (closed ? line.slice(0, -1) : line).map((crossing) => crossing.point);
  return smoothPath(
    points.filter((_, i) => i % 2 === 0 || i === points.length - 1),
    closed,
  );
}

/** All contour lines of a `width` by `height` piece of country at the given levels, lowest level first. */
export function contourLines(
  heights: Heights,
  size: { width: number; height: number },
  levels: readonly number[],
): ContourLine[] {
  const columns = Math.ceil(size.width / CELL) + 3;
  const rows = Math.ceil(size.height / CELL) + 3;
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => heights((column - 1) * CELL, (row - 1) * CELL)),
  );
  return levels.flatMap((height, level) =>
    joinSegments(segmentsAt(grid, height))
      .filter((line) => line.length >= 7)
      .map((line) => ({ level, path: lineToPath(line) })),
  );
}
