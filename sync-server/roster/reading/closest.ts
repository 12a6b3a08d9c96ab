/**
 * Finds what a mistyped word was meant to be, among words that are known.
 * For headers and suggestions only: nobody is ever given access on a guess.
 */

/**
 * The number of letters to add, drop, change or swap with a neighbour to get from one word to the other
 * (optimal string alignment).
 */
function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of a.entries()) {
    const current = [row + 1];
    for (const [column, other] of b.entries()) {
      const change = (last[column] ?? 0) + (letter === other ? 0 : 1);
      const drop = (last[column + 1] ?? 0) + 1;
      const insert = (current[column] ?? 0) + 1;
      const swapped = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === other;
      const swap = swapped ? (beforeLast[column - 1] ?? 0) + 1 : Infinity;
      current.push(Math.min(change, drop, insert, swap));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** Letters and digits only, in lower case, without accents: "User-Sourced ID" and "userSourcedId" are one. */
export const bareWord = (word: string): string =>
  word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** How far a word may be from what was meant: nothing for the shortest, two letters for long ones. */
const allowance = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/**
 * The known word that is closest, or undefined when none is close or two are equally close.
 * Case, spaces and punctuation count for nothing.
 */
export function closestOf(word: string, known: readonly string[]): string | undefined {
  const bare = bareWord(word).slice(0, 64);
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(bare, bareWord(candidate)) }))
    .filter(({ candidate, distance }) => distance <= allowance(bareWord(candidate)))
    .toSorted((one, other) => one.distance - other.distance);
  const [best, second] = ranked;
  return best && best.distance !== second?.distance ? best.candidate : undefined;
}
