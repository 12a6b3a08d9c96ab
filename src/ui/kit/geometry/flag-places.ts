/**
 * Where the words beside a map's signs stand: under, over or beside their sign, as near as they cover no sign and no
 * other words. As on any map, words that find no room are left off rather than set over a sign. Pure.
 */
import type { PlacedSign } from "./trail-geometry.ts";

/** Half of what a flag takes on the map, in drawing units: letters may be large, and a map small. */
export interface FlagSize {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Words to be placed. */
export interface Flag extends FlagSize {
  readonly sign: PlacedSign;
}

/** Where flags may stand, in drawing units; `top` and `bottom` may lie beyond the drawing. */
export interface FlagRoom {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** The middle of a flag, in drawing units. */
export interface FlagPlace {
  readonly x: number;
  readonly y: number;
}

type Box = FlagPlace & FlagSize;

const gap = 2;
/** How far from its sign a flag may stand, in shares of its own height; the nearest first. */
const distances = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5];

const meet = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;

/** How far a sign is drawn around its middle, in shares of half its size: where one stands has a halo. */
const reachOf = ({ waypoint }: Pick<PlacedSign, "waypoint">): number =>
  waypoint.kind === "here" ? 1.6 : 1.2;

/** Places around a sign, the best first: a flag's middle below or above it, then its beginning or end, then beside it. */
function placesAround({ sign, halfWidth, halfHeight }: Flag, distance: number): Box[] {
  const box = (x: number, y: number): Box => ({ x, y, halfWidth, halfHeight });
  const step = sign.half * reachOf(sign) + halfHeight * (1 + 2 * distance) + gap;
  const under = sign.y + step;
  // A reached sign may stand as a post, which is taller over its place.
  const over = sign.y - step - (sign.waypoint.kind === "reached" ? sign.half : 0);
  const slide = halfWidth - sign.half;
  const aside = sign.half * 1.7 + halfWidth + gap;
  const xs = [sign.x, sign.x + slide, sign.x - slide];
  const beside = distance === 0 ? [box(sign.x + aside, sign.y), box(sign.x - aside, sign.y)] : [];
  return [...xs.map((x) => box(x, under)), ...xs.map((x) => box(x, over)), ...beside];
}

/** The room a sign takes. */
function signBox({ x, y, half, waypoint }: PlacedSign): Box {
  const isPost = waypoint.kind === "reached";
  const reach = half * reachOf({ waypoint });
  return { x, y: isPost ? y - half : y, halfWidth: reach, halfHeight: isPost ? half * 1.8 : reach };
}

/** A place for each flag, in their order; undefined where all room is taken. `signs` are all that stand on the map. */
export function placeFlags(
  flags: readonly Flag[],
  { signs, room }: { readonly signs: readonly PlacedSign[]; readonly room: FlagRoom },
): readonly (FlagPlace | undefined)[] {
  const taken: Box[] = signs.map(signBox);
  const inside = (box: Box): Box => {
    const edge = box.halfWidth + 4;
    return { ...box, x: Math.max(edge, Math.min(room.width - edge, box.x)) };
  };
  const isFree = (box: Box): boolean =>
    box.y - box.halfHeight >= room.top &&
    box.y + box.halfHeight <= room.bottom &&
    !taken.some((other) => meet(box, other));
  return flags.map((flag) => {
    const places = distances.flatMap((distance) => placesAround(flag, distance)).map(inside);
    const free = places.find(isFree);
    if (free) taken.push(free);
    return free && { x: free.x, y: free.y };
  });
}
