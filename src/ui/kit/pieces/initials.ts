/** The letters that stand for a person without a picture. Names come in every script and length. */

let graphemes: Intl.Segmenter | undefined;

/** The letters as people see them. What cuts them is made for the first name: a first page without one need not wait for it. */
function lettersOf(text: string): Iterable<Intl.SegmentData> {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return graphemes.segment(text);
}

/** The first whole letter of a word, with its marks; quotes and brackets before it are skipped. */
function firstLetter(word: string): string {
  for (const { segment } of lettersOf(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment;
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
  if (first === undefined) return [...lettersOf(name.trim())][0]?.segment ?? "";
  const last = letters.length > 1 ? letters.at(-1) : "";
  const between = JOINING.test(first) ? "\u200c" : "";
  return last ? `${first}${between}${last}`.toUpperCase() : first.toUpperCase();
}
