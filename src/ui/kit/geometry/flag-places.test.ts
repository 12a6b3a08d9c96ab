import { expect, test } from "vitest";
import { placeFlags } from "./flag-places.ts";
import type { PlacedSign } from "./trail-geometry.ts";

const size = { width: 360, height: 232 };
const sign = (x: number, y: number, label?: string): PlacedSign => ({
  waypoint: label === undefined ? { kind: "ahead" } : { kind: "ahead", label },
  x,
  y,
  half: 10,
});

test("a sign without a label gets no flag", () => {
  expect(placeFlags([sign(50, 100)], size)).toEqual([]);
});

test("a flag stands under its sign where there is room", () => {
  const [flag] = placeFlags([sign(180, 100, "Here")], size);
  expect(flag?.x).toBe(180);
  expect(flag?.y).toBeGreaterThan(110);
});

test("a flag at the lower edge moves over its sign, and stays inside the map's sides", () => {
  const [flag] = placeFlags([sign(10, 225, "September")], size);
  expect(flag?.y).toBeLessThan(215);
  expect(flag?.x).toBeGreaterThan(30);
});

test("a flag makes way for another sign", () => {
  const [flag] = placeFlags([sign(180, 100, "Here"), sign(180, 126)], size);
  expect(flag?.y).toBeLessThan(100);
});
