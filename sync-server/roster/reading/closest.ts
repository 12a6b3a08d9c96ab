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

/** As many different words as a list may have before those sought earlier are forgotten. */
const MAX_REMEMBERED = 10_000;

/**
 * Finds the known word that is closest, or undefined when none is close or two are equally close. Case, spaces
 * and punctuation count for nothing. A list says the same few words in thousands of rows, so each is sought once.
 */
export function createClosest(known: readonly string[]): (word: string) => string | undefined {
  const byBare = new Map<string, string>();
  for (const candidate of known) {
    const bare = bareWord(candidate);
    if (!byBare.has(bare)) byBare.set(bare, candidate);
  }
  const candidates = [...byBare].map(([bare, candidate]) => ({ bare, candidate, allowed: allowance(bare) }));
  const found = new Map<string, string | undefined>();
  const seek = (bare: string): string | undefined => {
    const ranked = candidates
      .filter((one) => Math.abs(one.bare.length - bare.length) <= 2 * one.allowed)
      .map((one) => ({ ...one, distance: editDistance(bare, one.bare) }))
      .filter(({ allowed, distance }) => distance <= allowed)
      .toSorted((one, other) => one.distance - other.distance);
    const [best, second] = ranked;
    return best && best.distance !== second?.distance ? best.candidate : undefined;
  };
  return (word) => {
    const bare = bareWord(word).slice(0, 64);
    const exact = byBare.get(bare);
    if (exact !== undefined) return exact;
    if (found.size >= MAX_REMEMBERED) found.clear();
    if (!found.has(bare)) found.set(bare, seek(bare));
    return found.get(bare);
  };
}

/** The same for one word alone. */
export const closestOf = (word: string, known: readonly string[]): string | undefined =>
  createClosest(known)(word);
