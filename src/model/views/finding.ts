/** Finding people in a list by what one types. */

/** Letters that are one with their mark, so that taking marks off leaves them as they are. */
const single: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ł: "l",
  ø: "o",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** How words are compared: without case, accents, or which apostrophe a keyboard makes. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[’ʼ`´]/gu, "'")
    .replaceAll(/[đðłøıßæœ]/gu, (letter) => single[letter] ?? letter);

/** A name of two parts is found by each, and as one word: O’Brien as "brien" and as "obrien". */
function wordsIn(text: string): readonly string[] {
  const whole = plainWords(text).split(/\s+/u);
  return whole.flatMap((word) => {
    const parts = word.split(/['-]+/u);
    return parts.length > 1 ? [...parts, parts.join("")] : parts;
  });
}

/** What is typed, without what may be left out. */
const soughtIn = (text: string): readonly string[] =>
  plainWords(text)
    .split(/[\s'-]+/u)
    .filter((word) => word !== "");

/**
 * True when every word looked for begins a word of what somebody goes by: their name, and whatever else stands
 * beside it. Case, accents and apostrophes do not matter. Looking for nothing finds everybody.
 */
export function matches(goesBy: readonly (string | undefined)[], search: string): boolean {
  const words = wordsIn(goesBy.join(" "));
  const wanted = soughtIn(search);
  return wanted.every((word) => words.some((has) => has.startsWith(word)));
}
