/**
 * Where the words beside a map's signs stand: under, over, after or before their sign, wherever they cover the
 * least of the other signs, of the flags already set and of nothing outside the map.
 */
import type { PlacedSign } from "./trail-geometry.ts";

/** The middle of a flag, in drawing units. */
type PlacedFlag = {
  readonly sign: PlacedSign;
  readonly label: string;
  readonly x: number;
  readonly y: number;
};

type Box = {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
};

const LETTER = 3.9;
const FLAG_HALF_HEIGHT = 12;

/** The shared area of two boxes. */
function overlap(a: Box, b: Box): number {
  const width =
    Math.min(a.x + a.halfWidth, b.x + b.halfWidth) - Math.max(a.x - a.halfWidth, b.x - b.halfWidth);
  const height =
    Math.min(a.y + a.halfHeight, b.y + b.halfHeight) - Math.max(a.y - a.halfHeight, b.y - b.halfHeight);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The four places around a sign, kept inside the map's width; the end's name stands over it, others prefer under. */
function candidates(sign: PlacedSign, label: string, width: number): Box[] {
  const halfWidth = label.length * LETTER + 9;
  const inside = (x: number): number => Math.max(halfWidth + 4, Math.min(width - halfWidth - 4, x));
  const step = sign.half * 1.2 + FLAG_HALF_HEIGHT + 2;
  const aside = sign.half * 1.7 + halfWidth;
  const box = (x: number, y: number): Box => ({ x: inside(x), y, halfWidth, halfHeight: FLAG_HALF_HEIGHT });
  const under = box(sign.x, sign.y + step);
  const over = box(sign.x, sign.y - step);
  const sides = [box(sign.x + aside, sign.y), box(sign.x - aside, sign.y)];
  return sign.waypoint.kind === "end" ? [over, under, ...sides] : [under, over, ...sides];
}

/** The room a sign takes; a reached one may stand as a post, which is taller over its place. */
function signBox({ x, y, half, waypoint }: PlacedSign): Box {
  const isPost = waypoint.kind === "reached";
  return { x, y: isPost ? y - half : y, halfWidth: half * 1.2, halfHeight: half * (isPost ? 1.8 : 1.2) };
}

/** A place for the label of every sign that has one, in the signs' order. */
export function placeFlags(
  signs: readonly PlacedSign[],
  size: { width: number; height: number },
): PlacedFlag[] {
  const taken: Box[] = signs.map(signBox);
  const outside = (box: Box): number =>
    box.y - box.halfHeight < 0 || box.y + box.halfHeight > size.height ? 1e6 : 0;
  const cost = (box: Box): number =>
    outside(box) + taken.reduce((sum, other) => sum + overlap(box, other), 0);
  return signs.flatMap((sign) => {
    const { label } = sign.waypoint;
    if (label === undefined) return [];
    const best = candidates(sign, label, size.width).reduce((a, b) => (cost(b) < cost(a) ? b : a));
    taken.push(best);
    return [{ sign, label, x: best.x, y: best.y }];
  });
}
