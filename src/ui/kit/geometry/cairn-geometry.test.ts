import { expect, test } from "vitest";
import { CAIRNS_HEIGHT, cairnGeometry } from "./cairn-geometry.ts";

test("a stone an entry, however many entries a week has", () => {
  const { piles } = cairnGeometry([4, 0, 40], 2, 11);
  expect(piles.map((pile) => pile.stones.length)).toEqual([4, 0, 40]);
});

test("the highest pile stays inside the picture", () => {
  const { piles } = cairnGeometry([60, 6], 1, 11);
  for (const stone of piles.flatMap((pile) => pile.stones)) {
    expect(stone.y).toBeGreaterThan(0);
    expect(stone.y).toBeLessThan(CAIRNS_HEIGHT);
  }
});

test("a pile of hundreds grows upwards, stone by stone", () => {
  const [pile] = cairnGeometry([800], 0, 11).piles;
  const heights = (pile?.stones ?? []).map(({ y }) => y);
  expect(heights.length).toBe(800);
  expect(heights.at(-1)).toBeLessThan(heights[0] ?? 0);
  expect(Math.max(...heights)).toBeLessThan(CAIRNS_HEIGHT);
});

test("a week without entries is an outline, not a gap", () => {
  const [first, second] = cairnGeometry([0, 2], 1, 11).piles;
  expect(first?.outline).toMatch(/^M.*Z$/u);
  expect(second?.outline).toBeUndefined();
});

test("a block that has not begun has no walked ground", () => {
  expect(cairnGeometry([0, 0], -1, 11).ground.walked).toBe("");
});

test("the same block is the same drawing", () => {
  expect(cairnGeometry([1, 2, 3], 2, 11)).toEqual(cairnGeometry([1, 2, 3], 2, 11));
});
