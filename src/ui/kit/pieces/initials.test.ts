import { expect, test } from "vitest";
import { initials } from "./initials.ts";

test.each([
  ["Maisie Thornton", "MT"],
  ["maisie anne thornton", "MT"],
  ["Prince", "P"],
  ["  Rhys   Bevan ", "RB"],
  ["Sean O'Brien", "SO"],
  ["“Kit” Marlow", "KM"],
  ["Nguyễn Văn Ánh", "NÁ"],
  ["E\u0301lodie Roux", "E\u0301R"],
  ["王小明", "王"],
  ["Zoë (Zo) van der Berg", "ZB"],
])("%s is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test("Arabic initials are kept from joining into a word", () => {
  expect(initials("محمد علي")).toBe("م\u200cع");
});

test("a name without letters shows its first sign; an empty name shows nothing", () => {
  expect(initials("🌱🌳")).toBe("🌱");
  expect(initials("   ")).toBe("");
});
