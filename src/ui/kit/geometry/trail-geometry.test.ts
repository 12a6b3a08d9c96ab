import { describe, expect, test } from "vitest";
import { hereIndex, thinWaypoints, trailGeometry, type TrailSize, type Waypoint } from "./trail-geometry.ts";

const road: readonly Waypoint[] = [
  { kind: "start" },
  { kind: "reached" },
  { kind: "review", number: 1 },
  { kind: "here" },
  { kind: "ahead" },
  { kind: "review-next", number: 2 },
  { kind: "end" },
];
const sizes: readonly TrailSize[] = ["map", "broad", "strip", "row"];

/** Every x that an SVG path of ours passes, in its own order: numbers come in pairs. */
const xsOf = (path: string): number[] =>
  (path.match(/-?\d+(\.\d+)?/gu) ?? []).filter((_, i) => i % 2 === 0).map(Number);

describe.each(sizes)("a trail as a %s", (size) => {
  const trail = trailGeometry(road, size, "road_1");

  test("has a sign for every waypoint, in order from start to end", () => {
    expect(trail.signs.map((sign) => sign.waypoint)).toEqual(road);
    const xs = trail.signs.map((sign) => sign.x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });

  test("is walked as far as here, and dashed from there", () => {
    const hereX = trail.signs[3]?.x ?? 0;
    expect(Math.max(...xsOf(trail.walked))).toBeLessThan(hereX + trail.lineWidth);
    expect(Math.min(...xsOf(trail.ahead))).toBeGreaterThanOrEqual(hereX - 1);
  });

  test("keeps every sign inside the drawing", () => {
    for (const { x, y, half } of trail.signs) {
      expect(Math.min(x - half, y - half)).toBeGreaterThanOrEqual(0);
      expect(x + half).toBeLessThanOrEqual(trail.width);
      expect(y + half).toBeLessThanOrEqual(trail.height);
    }
  });

  test("never lets two signs overlap, however many there are", () => {
    const crowded = [
      ...Array.from({ length: 60 }, () => ({ kind: "reached" }) as const),
      { kind: "here" } as const,
    ];
    const signs = trailGeometry(crowded, size, "road_1").signs;
    for (const [i, sign] of signs.slice(1).entries()) {
      const before = signs[i];
      expect(sign.x - (before?.x ?? 0)).toBeGreaterThan(sign.half + (before?.half ?? 0) - 0.5);
    }
  });

  test("is the same drawing for the same road and another for another", () => {
    expect(
      trailGeometry(
        road.map((waypoint) => ({ ...waypoint })),
        size,
        "road_1",
      ),
    ).toEqual(trail);
    expect(trailGeometry(road, size, "road_2").walked).not.toBe(trail.walked);
  });
});

test("a road that has only its start is one sign and no line", () => {
  const trail = trailGeometry([{ kind: "start" }], "map", "road_1");
  expect(trail.signs).toHaveLength(1);
  expect([trail.walked, trail.ahead]).toEqual(["", ""]);
});

test("an empty road is an empty drawing", () => {
  expect(trailGeometry([], "strip", "road_1").signs).toEqual([]);
});

test("without a here, the walker stands at the last waypoint that was walked", () => {
  expect(hereIndex([{ kind: "start" }, { kind: "reached" }, { kind: "ahead" }, { kind: "end" }])).toBe(1);
  expect(hereIndex([{ kind: "ahead" }, { kind: "end" }])).toBe(0);
});

test("a long road drops signs long passed first, and keeps start, here, what is next to it, and the end", () => {
  const long: Waypoint[] = [
    { kind: "start" },
    ...Array.from({ length: 20 }, (_, i): Waypoint => ({ kind: "reached", number: i })),
    { kind: "here" },
    { kind: "ahead" },
    { kind: "end" },
  ];
  const thin = thinWaypoints(long, 8);
  expect(thin).toHaveLength(8);
  expect(thin[0]?.kind).toBe("start");
  expect(thin.slice(-4).map((waypoint) => waypoint.kind)).toEqual(["reached", "here", "ahead", "end"]);
  expect(thin.slice(1, -3).map((waypoint) => waypoint.number)).toEqual([16, 17, 18, 19]);
});
