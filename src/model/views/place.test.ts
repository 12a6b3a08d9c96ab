import { expect, test } from "vitest";
import { placeAfter } from "./place.ts";

test("a new thing stands after every other, whatever order they are given in", () => {
  const places: string[] = [];
  for (let made = 0; made < 100; made += 1) places.push(placeAfter(places.toReversed()));
  expect(places.toSorted()).toEqual(places);
  expect(new Set(places).size).toBe(100);
});

test("texts that are no places are passed over", () => {
  expect(placeAfter(["", "~", "17", "a", "b1", "a10", undefined])).toBe(placeAfter([]));
  expect(placeAfter(["a5", "nonsense"])).toBe("a6");
});
