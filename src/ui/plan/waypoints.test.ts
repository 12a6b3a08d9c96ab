import { expect, test } from "vitest";
import { nameOf } from "./waypoints.ts";

test("the first sentence names where a road leads, whole", () => {
  expect(nameOf("I want to make stairs and doors for real houses. A joiner’s apprentice.")).toBe(
    "I want to make stairs and doors for real houses",
  );
  expect(nameOf("Level 2.5 carpentry")).toBe("Level 2.5 carpentry");
  expect(nameOf("A shop of my own!\nIn Leeds.")).toBe("A shop of my own!");
  expect(nameOf("أريد أن أصبح طباخة؟ نعم")).toBe("أريد أن أصبح طباخة؟");
});

test("a very long name ends after a whole word, and one without any spaces still ends", () => {
  const name = nameOf("to be somebody who mends ".repeat(10));
  expect(name).toMatch(/^to be somebody .*(to|be|somebody|who|mends)…$/);
  expect(name.length).toBeLessThan(92);
  expect(nameOf("x".repeat(500)).length).toBeLessThan(92);
});
