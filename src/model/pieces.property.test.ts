import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfWords } from "#model/record/room.ts";
import { piecesOf } from "./pieces.ts";

const graphemes = (words: string) => [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment);

test("[M14] pieces are the words, letter for letter, each within its size and of whole characters", () => {
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom("a", " ", "\n", ". ", "é", "e\u0301", "字", "👩🏽‍🚀", "🇬🇧"),
      fc.string({ unit: "grapheme", maxLength: 2 }),
    ),
    maxLength: 400,
  });
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 60, max: 200 }),
      (text, firstBytes, eachBytes) => {
        const whole = text.toWellFormed();
        const pieces = piecesOf(whole, { firstBytes, eachBytes });
        expect(pieces.join("")).toBe(whole);
        expect(bytesOfWords(pieces[0] ?? "")).toBeLessThanOrEqual(firstBytes);
        for (const piece of pieces.slice(1)) expect(bytesOfWords(piece)).toBeLessThanOrEqual(eachBytes);
        expect(pieces.flatMap(graphemes).join("|")).toBe(graphemes(whole).join("|"));
      },
    ),
    { numRuns: 500 },
  );
});

test("[M14] words are cut after a paragraph, else after a sentence, else after a word", () => {
  const sizes = { firstBytes: 40, eachBytes: 400 };
  expect(piecesOf("Swept up.\nThen I cut the joint. It fits well.", sizes)[0]).toBe("Swept up.\n");
  expect(piecesOf("Swept up. Then I cut the joint. It fits well.", sizes)[0]).toBe(
    "Swept up. Then I cut the joint. ",
  );
  expect(piecesOf("Swept up then I cut the joint and it fits well", sizes)[0]).toBe(
    "Swept up then I cut the joint and it ",
  );
  expect(piecesOf("a".repeat(50), sizes)).toEqual(["a".repeat(40), "a".repeat(10)]);
});

test("[M14] a character made longer than any real one is cut, and never inside a pair", () => {
  const pieces = piecesOf(`👩${"\u0301".repeat(3000)}`, { firstBytes: 3, eachBytes: 1000 });
  expect(pieces.join("")).toBe(`👩${"\u0301".repeat(3000)}`);
  for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
});
