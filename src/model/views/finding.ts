/** Finding people in a list by what one types. */

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();
const wordsIn = (text: string): readonly string[] => plain(text).split(/[\s'’-]+/u);

/**
 * True when every word looked for begins a word of what somebody goes by: their name, and whatever else stands
 * beside it. Case, accents and apostrophes do not matter. Looking for nothing finds everybody.
 */
export function matches(goesBy: readonly (string | undefined)[], search: string): boolean {
  const words = wordsIn(goesBy.join(" "));
  const wanted = wordsIn(search).filter((word) => word !== "");
  return wanted.every((word) => words.some((has) => has.startsWith(word)));
}
