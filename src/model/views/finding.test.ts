import { expect, test } from "vitest";
import { matches } from "./finding.ts";

test.each([
  ["sian bri", true],
  ["moor jo", true],
  ["ian", false],
  ["sian smith", false],
  ["  ", true],
])("search finds the beginnings of words, whatever the case, accents and apostrophes: %s", (search, is) => {
  expect(matches(["Siân O’Brien", "Joinery", undefined, "Moor Lane"], search)).toBe(is);
});
