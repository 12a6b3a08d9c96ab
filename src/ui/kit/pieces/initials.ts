/** The letters that stand for a person without a picture. Names come in every script and length. */

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first whole letter of a word, with its marks; quotes and brackets before it are skipped. */
function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  return "";
}

/** Scripts whose letters join: two initials are kept apart, or they would read as a word. */
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}]/u;

/**
 * One or two letters: of the first and last word, or of the only word. A name without any letter gives its
 * first sign; an empty name gives the empty text.
 */
export function initials(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/u)
    .map(firstLetter)
    .filter((letter) => letter !== "");
  const first = letters[0];
  if (first === undefined)
    return graphemes.segment(name.trim())[Symbol.iterator]().next().value?.segment ?? "";
  const last = letters.length > 1 ? letters.at(-1) : "";
  const between = JOINING.test(first) ? "\u200c" : "";
  return last ? `${first}${between}${last}`.toUpperCase() : first.toUpperCase();
}
