import { expect, test } from "vitest";
import { placeFlags } from "./flag-places.ts";
import type { Flag, FlagPlace, FlagRoom } from "./flag-places.ts";
import { trailGeometry } from "./trail-geometry.ts";
import type { PlacedSign, Waypoint } from "./trail-geometry.ts";

const room: FlagRoom = { width: 360, top: 0, bottom: 232 };
const sign = (x: number, y: number): PlacedSign => ({ waypoint: { kind: "ahead" }, x, y, half: 10 });
const flag = (at: PlacedSign, halfWidth = 30, halfHeight = 12): Flag => ({ sign: at, halfWidth, halfHeight });
const placeOne = (one: Flag, others: readonly PlacedSign[] = []): FlagPlace | undefined =>
  placeFlags([one], { signs: [one.sign, ...others], room })[0];

test("a flag stands under its sign where there is room", () => {
  const place = placeOne(flag(sign(180, 100)));
  expect(place?.x).toBe(180);
  expect(place?.y).toBeGreaterThan(110);
});

test("a flag at the lower edge moves over its sign, and stays inside the map's sides", () => {
  const place = placeOne(flag(sign(10, 225)));
  expect(place?.y).toBeLessThan(215);
  expect(place?.x).toBeGreaterThan(30);
});

test("a flag makes way for another sign: its beginning goes under its own, or it stands over it", () => {
  expect(placeOne(flag(sign(180, 100), 40), [sign(145, 126)])?.x).toBeGreaterThan(180);
  expect(placeOne(flag(sign(180, 100)), [sign(180, 126)])?.y).toBeLessThan(100);
});

test("a flag that finds no room is left off", () => {
  expect(placeOne(flag(sign(180, 100), 150, 100))).toBeUndefined();
});

const road: readonly Waypoint[] = [
  { kind: "start", label: "June" },
  { kind: "review", number: 1 },
  { kind: "partly" },
  { kind: "reached" },
  { kind: "review", number: 2 },
  { kind: "here", label: "You are here" },
  { kind: "ahead" },
  { kind: "ahead" },
  { kind: "ahead" },
  { kind: "review-next", number: 3, label: "4 December" },
  { kind: "end" },
];
const overlapping = (a: FlagPlace & Omit<Flag, "sign">, b: { x: number; y: number; half: number }): boolean =>
  Math.abs(a.x - b.x) < a.halfWidth + b.half && Math.abs(a.y - b.y) < a.halfHeight + b.half;

test.for([1, 1.3, 1.6, 2])(
  "with letters of %s times their size no flag covers a sign or another",
  (times) => {
    for (const seed of ["road_1", "road_2", "road_3", "road_4", "road_5"]) {
      const { signs } = trailGeometry(road, "map", seed);
      const flags = signs.flatMap((one) => {
        const { label } = one.waypoint;
        return label === undefined ? [] : [flag(one, (label.length * 3.5 + 7) * times, 11 * times)];
      });
      const places = placeFlags(flags, {
        signs,
        room: { width: 360, top: 32, bottom: 232 + 32 * (times - 1) },
      });
      expect(places[1], "where one stands is always said").toBeDefined();
      const set = places.flatMap((place, at) => {
        const size = flags[at];
        return place && size ? [{ ...size, ...place }] : [];
      });
      for (const [at, one] of set.entries()) {
        expect(signs.filter((other) => overlapping(one, other))).toEqual([]);
        for (const other of set.slice(at + 1))
          expect(
            Math.abs(one.x - other.x) < one.halfWidth + other.halfWidth &&
              Math.abs(one.y - other.y) < one.halfHeight + other.halfHeight,
          ).toBe(false);
      }
    }
  },
);
