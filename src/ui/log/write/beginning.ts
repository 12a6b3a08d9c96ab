/** What of a long text a list shows: laying out a whole book to show three lines of it would hold up the finger. */
import { piecesOf } from "#model/pieces.ts";

const mostBytes = 2000;

/** The text, or as much of it as a few screens hold, with a sign that it goes on. */
export function beginningOf(words: string): string {
  const [beginning = "", ...rest] =
    words.length * 3 <= mostBytes
      ? [words]
      : piecesOf(words.slice(0, mostBytes * 2), { firstBytes: mostBytes, eachBytes: mostBytes * 6 });
  return rest.length === 0 ? words : `${beginning.trimEnd()} …`;
}
