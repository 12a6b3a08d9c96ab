import { expect, test } from "vitest";
import { caretAfter } from "./caret.ts";

test("[M2] words that arrive behind the caret leave it where it is", () => {
  expect(caretAfter("I cut a joint", "I cut a joint today", 5)).toBe(5);
});

test("[M2] words that arrive before the caret push it along", () => {
  expect(caretAfter("cut a joint", "We cut a joint", 3)).toBe(6);
});

test("a caret inside words that were taken out stands where they stood", () => {
  expect(caretAfter("red green blue", "red blue", 6)).toBe(4);
});
