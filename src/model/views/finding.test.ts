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

test.each([
  ["Declan O’Brien", "obrien"],
  ["Declan O’Brien", "o'brien"],
  ["Declan O'Brien", "dec obri"],
  ["Alex Chen-Taylor", "chentaylor"],
  ["Alex Chen-Taylor", "chen taylor"],
  ["Nguyễn Thị Đào", "nguyen dao"],
  ["Łukasz Wójcik", "lukasz wojcik"],
  ["محمد الحسن", "محمد"],
  ["Aaliyah", "AAL"],
])("%s is found by %s", (name, search) => {
  expect(matches([name], search)).toBe(true);
});
