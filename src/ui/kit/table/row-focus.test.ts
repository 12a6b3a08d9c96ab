import { expect, test } from "vitest";
import { rowAfterKey } from "./row-focus.ts";

test("arrows, J and K move one row and stop at the ends", () => {
  expect(rowAfterKey("ArrowDown", 0, 3)).toBe(1);
  expect(rowAfterKey("j", 2, 3)).toBe(2);
  expect(rowAfterKey("k", 0, 3)).toBe(0);
  expect(rowAfterKey("ArrowUp", 2, 3)).toBe(1);
});

test("Home and End reach the first and the last row", () => {
  expect(rowAfterKey("Home", 2, 3)).toBe(0);
  expect(rowAfterKey("End", 0, 3)).toBe(2);
});

test("other keys, and any key in an empty table, move nothing", () => {
  expect(rowAfterKey("r", 0, 3)).toBeUndefined();
  expect(rowAfterKey("j", 0, 0)).toBeUndefined();
});

test("a step into the table from outside lands on its first row", () => {
  expect(rowAfterKey("j", -1, 3)).toBe(0);
});
