import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Id } from "#model/id.ts";
import { audienceOf } from "./sharing-choice.ts";
import type { Audience, IdentifiedChoice } from "./sharing-choice.ts";

const chosen = (id: string, sharedWith: Audience, ...replaces: string[]): IdentifiedChoice => ({
  id: `sharing-choice_${id}`,
  value: {
    sharedWith,
    replaces: replaces.map((earlier): Id<"sharing-choice"> => `sharing-choice_${earlier}`),
  },
});

test("[A7] an entry nobody chose for is its author's alone", () => {
  expect(audienceOf([])).toBe("only-me");
});

test("[A7] the latest choice of a chain holds", () => {
  expect(audienceOf([chosen("1", "tutor")])).toBe("tutor");
  expect(audienceOf([chosen("1", "tutor"), chosen("2", "only-me", "1")])).toBe("only-me");
  expect(audienceOf([chosen("1", "tutor"), chosen("2", "only-me", "1"), chosen("3", "tutor", "2")])).toBe(
    "tutor",
  );
});

test("[A7] of two choices made without knowledge of each other the narrower holds", () => {
  expect(audienceOf([chosen("1", "tutor"), chosen("2", "only-me", "1"), chosen("3", "tutor", "1")])).toBe(
    "only-me",
  );
});

test("[A7] an old choice that arrives late never widens who sees the entry", () => {
  const history = [chosen("1", "tutor"), chosen("2", "only-me", "1")];
  fc.assert(
    fc.property(fc.shuffledSubarray(history, { minLength: 2 }), (arrived) => {
      expect(audienceOf(arrived)).toBe("only-me");
    }),
  );
});
