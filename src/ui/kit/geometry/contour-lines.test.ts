import { expect, test } from "vitest";
import { contourLines, heightsOf } from "./contour-lines.ts";

test("a lone cone has one closed line at each level that it reaches", () => {
  const cone = (x: number, y: number): number => 100 - Math.hypot(x - 100, y - 100);
  const lines = contourLines(cone, { width: 200, height: 200 }, [30, 60]);
  expect(lines.map((line) => line.level)).toEqual([0, 1]);
  for (const line of lines) expect(line.path).toMatch(/Z$/u);
});

test("flat ground has no lines", () => {
  expect(contourLines(() => 0, { width: 100, height: 100 }, [0.5])).toEqual([]);
});

test("the same hills and seed give the same lines", () => {
  const draw = (seed: number) =>
    contourLines(heightsOf([[50, 50, 1, 30, 30]], seed), { width: 100, height: 100 }, [0.4]);
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
});
