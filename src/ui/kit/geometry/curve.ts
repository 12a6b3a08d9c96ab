/**
 * Lines as a hand draws them: smooth curves through points, a ribbon whose width breathes, dashes that are
 * never quite even, rings that are never quite round. All results are SVG path text with one decimal.
 */
import { createRandom, noise } from "./noise.ts";

/** A place in a drawing, in the units of its viewBox. */
export type Point = readonly [x: number, y: number];

/** One decimal is finer than a pixel at every size we draw, and keeps the markup short. */
export const round1 = (value: number): number => Math.round(value * 10) / 10;

const text = (point: Point): string => `${round1(point[0])} ${round1(point[1])}`;

/** The point at `index`; before the first and after the last the end repeats, or the ring goes on. */
function pointAt(points: readonly Point[], index: number, closed: boolean): Point {
  const count = points.length;
  const place = closed ? (index + count) % count : Math.max(0, Math.min(count - 1, index));
  const point = points[place];
  if (!point) throw new Error("a curve needs at least one point");
  return point;
}

/** A smooth path through all points (Catmull-Rom, written as Béziers). Fewer than three points give a straight line. */
export function smoothPath(points: readonly Point[], closed = false): string {
  if (points.length === 0) return "";
  if (points.length < 3) return `M${points.map(text).join("L")}`;
  const parts = [`M${text(pointAt(points, 0, closed))}`];
  const pieces = closed ? points.length : points.length - 1;
  for (let i = 0; i < pieces; i += 1) {
    const [before, from, to, after] = [-1, 0, 1, 2].map((step) => pointAt(points, i + step, closed)) as [
      Point,
      Point,
      Point,
      Point,
    ];
    const leave: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const arrive: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    parts.push(`C${text(leave)} ${text(arrive)} ${text(to)}`);
  }
  return parts.join("") + (closed ? "Z" : "");
}

/** A curve as many close points, and where in that list each given point fell. */
type Sampled = { readonly points: readonly Point[]; readonly at: readonly number[] };

function splineAt(control: readonly [number, number, number, number], t: number): number {
  const [a, b, c, d] = control;
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}

/** Points about `step` apart along the smooth curve through `through` (two points or more). */
export function sampleCurve(through: readonly Point[], step = 3): Sampled {
  const points: Point[] = [];
  const at: number[] = [];
  for (let i = 0; i < through.length - 1; i += 1) {
    const [p0, p1, p2, p3] = [-1, 0, 1, 2].map((k) => pointAt(through, i + k, false)) as [
      Point,
      Point,
      Point,
      Point,
    ];
    const steps = Math.max(3, Math.round(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / step));
    at.push(points.length);
    for (let k = 0; k < steps; k += 1) {
      points.push([
        splineAt([p0[0], p1[0], p2[0], p3[0]], k / steps),
        splineAt([p0[1], p1[1], p2[1], p3[1]], k / steps),
      ]);
    }
  }
  at.push(points.length);
  points.push(pointAt(through, through.length - 1, false));
  return { points, at };
}

/** The outline of a line drawn by hand along `along`: its width breathes between about 0.6 and 1.4 of `width`. */
export function ribbonPath(along: readonly Point[], width: number, seed = 5): string {
  const left: Point[] = [];
  const right: Point[] = [];
  along.forEach((point, i) => {
    if (i % 2 === 1 && i !== along.length - 1) return;
    const before = pointAt(along, i - 1, false);
    const after = pointAt(along, i + 1, false);
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const normal: Point = [-(after[1] - before[1]) / length, (after[0] - before[0]) / length];
    const half = (width / 2) * (0.64 + 0.72 * noise(i * 0.19, seed, seed));
    const drift = (noise(i * 0.13, seed + 9, seed) - 0.5) * width * 0.28;
    left.push([point[0] + normal[0] * (half + drift), point[1] + normal[1] * (half + drift)]);
    right.unshift([point[0] - normal[0] * (half - drift), point[1] - normal[1] * (half - drift)]);
  });
  return smoothPath([...left, ...right], true);
}

/** How long a footpath's dashes and the spaces between them are. */
type DashRhythm = { readonly dash: number; readonly gap: number };

/** A footpath's dashes along `along`, uneven as by hand. */
export function dashPath(along: readonly Point[], { dash, gap }: DashRhythm, seed = 4): string {
  const random = createRandom(seed);
  const jitter = (): number => (random() - 0.5) * 0.9;
  const parts: string[] = [];
  let walked = 0;
  let wanted = gap * 0.6;
  let start: Point | undefined;
  for (let i = 1; i < along.length; i += 1) {
    const here = pointAt(along, i, false);
    const last = pointAt(along, i - 1, false);
    walked += Math.hypot(here[0] - last[0], here[1] - last[1]);
    if (walked < wanted) continue;
    walked = 0;
    if (start) {
      parts.push(
        `M${text([start[0] + jitter(), start[1] + jitter()])}L${text([here[0] + jitter(), here[1] + jitter()])}`,
      );
      start = undefined;
      wanted = gap * (0.85 + random() * 0.3);
    } else {
      start = here;
      wanted = dash * (0.75 + random() * 0.5);
    }
  }
  return parts.join("");
}

/** A ring as drawn by hand. `wobble` is the share of the radius it strays, `squash` flattens it. */
type Ring = {
  readonly centre: Point;
  readonly radius: number;
  readonly seed: number;
  readonly wobble?: number;
  readonly squash?: number;
};

/** One organic closed ring. */
export function ringPath({ centre, radius, seed, wobble = 0.09, squash = 1 }: Ring): string {
  const random = createRandom(seed);
  const phases = [random() * 6.3, random() * 6.3, random() * 6.3] as const;
  const points = Array.from({ length: 28 }, (_, i): Point => {
    const angle = (i / 28) * Math.PI * 2;
    const stray =
      Math.cos(2 * angle + phases[0]) +
      0.6 * Math.cos(3 * angle + phases[1]) +
      0.35 * Math.cos(5 * angle + phases[2]);
    const reach = radius * (1 + wobble * stray);
    return [centre[0] + Math.cos(angle) * reach, centre[1] + Math.sin(angle) * reach * squash];
  });
  return smoothPath(points, true);
}
