/**
 * A sealing for tests: it hides words well enough that a search of the files finds none, opens only
 * where it sealed, and would stop nobody.
 */
import type { Sealing } from "#store/database/sealing.ts";

const shift = (words: string, place: string, sign: 1 | -1): string =>
  Array.from({ length: words.length }, (_, index) => {
    const by = 7 + (place.charCodeAt(index % place.length) % 31);
    return String.fromCharCode((words.charCodeAt(index) + sign * by + 65_536) % 65_536);
  }).join("");

/** Moves every character by an amount that depends on where it stands. */
export const toySealing: Sealing = {
  seal: async (place, words) => shift(`${place}|${words}`, place, 1),
  open: async (place, sealed) => {
    const opened = shift(sealed, place, -1);
    if (!opened.startsWith(`${place}|`)) throw new Error(`sealed somewhere else than at ${place}`);
    return opened.slice(place.length + 1);
  },
};
