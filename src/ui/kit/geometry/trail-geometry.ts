/**
 * Where a trail runs and where its signs stand. Up to "here" it is walked and drawn as one line by hand; after
 * it, it is a footpath's dashes. Pure: the same waypoints, size and seed give the same drawing.
 */
import { createDrawingCache } from "./cache.ts";
import { dashPath, ribbonPath, round1, sampleCurve, smoothPath } from "./curve.ts";
import type { Point } from "./curve.ts";
import { noise, textToSeed } from "./noise.ts";

/** What a sign on a trail says. Everything before `here` is behind the walker. */
export type WaypointKind =
  | "start"
  | "reached"
  | "partly"
  | "not-yet"
  | "changed"
  | "review"
  | "review-next"
  | "here"
  | "ahead"
  | "end";

/** One sign: its kind, words that may stand beside it, and a number inside it (reviews). */
export type Waypoint = {
  readonly kind: WaypointKind;
  readonly label?: string;
  readonly note?: string;
  readonly number?: number;
};

/** `map`: a phone's width, winding. `broad`: a laptop's width. `strip`: one low band. `row`: one line of a table. */
export type TrailSize = "map" | "broad" | "strip" | "row";

/** A sign in its place. `half` is half its size. */
export type PlacedSign = {
  readonly waypoint: Waypoint;
  readonly x: number;
  readonly y: number;
  readonly half: number;
};

/** All that is needed to draw a trail. A path that has no length is the empty text. */
export type TrailGeometry = {
  readonly width: number;
  readonly height: number;
  readonly lineWidth: number;
  readonly casing: string;
  readonly walked: string;
  readonly ahead: string;
  readonly signs: readonly PlacedSign[];
};

type Frame = {
  readonly width: number;
  readonly height: number;
  /** Free space at the sides, top and bottom. */
  readonly pad: readonly [side: number, top: number, bottom: number];
  readonly lineWidth: number;
  readonly dash: number;
  readonly gap: number;
  /** Size of the signs, and how far the line strays from a straight climb. */
  readonly scale: number;
  readonly stray: number;
  readonly mostSigns: number;
};

const FRAMES: Readonly<Record<TrailSize, Frame>> = {
  map: {
    width: 360,
    height: 232,
    pad: [34, 62, 52],
    lineWidth: 5,
    dash: 7,
    gap: 6.5,
    scale: 1,
    stray: 34,
    mostSigns: 11,
  },
  broad: {
    width: 1080,
    height: 150,
    pad: [36, 44, 36],
    lineWidth: 6,
    dash: 9,
    gap: 8,
    scale: 1.2,
    stray: 40,
    mostSigns: 22,
  },
  strip: {
    width: 296,
    height: 64,
    pad: [18, 24, 14],
    lineWidth: 4.5,
    dash: 7,
    gap: 6.5,
    scale: 1,
    stray: 14,
    mostSigns: 9,
  },
  row: {
    width: 184,
    height: 34,
    pad: [9, 10, 9],
    lineWidth: 2.6,
    dash: 3.6,
    gap: 4.2,
    scale: 1,
    stray: 11,
    mostSigns: 12,
  },
};

type HalfSizes = Readonly<Record<WaypointKind, number>>;

/** Half sizes on one line of a table, and on a map at scale 1. */
const ROW_HALVES: HalfSizes = {
  start: 4.6,
  reached: 5.2,
  partly: 5.2,
  "not-yet": 5.2,
  changed: 5.2,
  review: 5,
  "review-next": 5,
  here: 6.2,
  ahead: 4.8,
  end: 6.4,
};
const MAP_HALVES: HalfSizes = {
  start: 11,
  reached: 10.5,
  partly: 10.5,
  "not-yet": 10.5,
  changed: 10.5,
  review: 11.5,
  "review-next": 11.5,
  here: 11,
  ahead: 9.5,
  end: 15,
};

const WALKED: ReadonlySet<WaypointKind> = new Set([
  "start",
  "reached",
  "partly",
  "not-yet",
  "changed",
  "review",
]);

/** The index of `here`; without one, the last waypoint that was walked, or the first. */
export function hereIndex(waypoints: readonly Waypoint[]): number {
  const marked = waypoints.findIndex((waypoint) => waypoint.kind === "here");
  return marked >= 0
    ? marked
    : Math.max(
        0,
        waypoints.findLastIndex((waypoint) => WALKED.has(waypoint.kind)),
      );
}

/**
 * At most `most` waypoints: signs long behind the walker go first, then those far ahead. The first, the last,
 * `here` and what stands next to it always stay, so the picture keeps its meaning.
 */
export function thinWaypoints(waypoints: readonly Waypoint[], most: number): readonly Waypoint[] {
  const here = hereIndex(waypoints);
  let spare = waypoints.length - Math.max(most, 5);
  if (spare <= 0) return waypoints;
  const dropped = new Set<number>();
  for (let i = 1; i < here - 1 && spare > 0; i += 1, spare -= 1) dropped.add(i);
  for (let i = waypoints.length - 2; i > here + 1 && spare > 0; i -= 1, spare -= 1) dropped.add(i);
  return waypoints.filter((_, i) => !dropped.has(i));
}

/** How far a point strays from the straight climb, -0.5 to 0.5: a slow wave and some chance. */
function strayAt(index: number, seed: number): number {
  const wave = Math.sin(index * 1.9 + (seed % 7)) * 0.3;
  return wave + (noise(index * 0.9, seed % 997, seed) - 0.5) * 0.4;
}

function placeAll(waypoints: readonly Waypoint[], frame: Frame, seed: number): Point[] {
  const [side, top, bottom] = frame.pad;
  const last = Math.max(1, waypoints.length - 1);
  const lowest = frame.height - bottom;
  return waypoints.map((_, i) => {
    const t = i / last;
    const isEnd = i === 0 || i === last;
    const climb = lowest - t ** 1.25 * (lowest - top);
    const y = climb + (isEnd ? 0 : strayAt(i, seed) * frame.stray);
    return [side + t * (frame.width - 2 * side), Math.max(top, Math.min(lowest, y))];
  });
}

/** Signs shrink when they stand close, so that two never overlap. */
function scaleFor(count: number, frame: Frame, widest: number): number {
  const spacing = (frame.width - 2 * frame.pad[0]) / Math.max(1, count - 1);
  return Math.min(frame.scale, spacing / (widest * 2.3));
}

function drawTrail(waypoints: readonly Waypoint[], size: TrailSize, seed: number): TrailGeometry {
  const frame = FRAMES[size];
  const { width, height, lineWidth } = frame;
  const halves = size === "row" ? ROW_HALVES : MAP_HALVES;
  const places = placeAll(waypoints, frame, seed);
  const scale = scaleFor(places.length, frame, halves.review);
  const signs = waypoints.map((waypoint, i) => {
    const [x, y] = places[i] ?? [0, 0];
    return { waypoint, x: round1(x), y: round1(y), half: round1(halves[waypoint.kind] * scale) };
  });
  if (places.length < 2) return { width, height, lineWidth, casing: "", walked: "", ahead: "", signs };
  const { points, at } = sampleCurve(places);
  const cut = at[hereIndex(waypoints)] ?? 0;
  const walked = points.slice(0, cut + 1);
  const ahead = points.slice(cut);
  return {
    width,
    height,
    lineWidth,
    casing: smoothPath(points.filter((_, i) => i % 3 === 0 || i === points.length - 1)),
    walked: walked.length > 2 ? ribbonPath(walked, lineWidth, seed % 997) : "",
    ahead: ahead.length > 2 ? dashPath(ahead, frame, seed) : "",
    signs,
  };
}

const drawings = createDrawingCache<TrailGeometry>();

/** The geometry of a trail. `seed` is any text that stays the same for the same road, such as an id. */
export function trailGeometry(waypoints: readonly Waypoint[], size: TrailSize, seed: string): TrailGeometry {
  const shown = thinWaypoints(waypoints, FRAMES[size].mostSigns);
  const key = `${size}|${seed}|${JSON.stringify(shown)}`;
  return drawings(key, () => drawTrail(shown, size, textToSeed(seed)));
}
