/** Words cut into pieces that fit: at the end of a paragraph, a sentence or a word, and never inside a character as people see it. */
import { bytesAt } from "#model/record/room.ts";

/** How much a record is filled with at once, in bytes: the rest of its room is for what is changed in it later. */
export const pieceBytes = 196_608;

/** How far back from where a piece is full a good place to cut is looked for, in characters. */
const lookBack = 2000;
/** No character as people see it is longer, but for those made to be. */
const longestCharacter = 100;

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The most that a piece may take, in bytes: the first may have less room than the others. */
export interface PieceSizes {
  readonly firstBytes: number;
  readonly eachBytes: number;
}

/** In order; together they are the words, letter for letter. The first is empty where nothing fits into it. */
export function piecesOf(words: string, { firstBytes, eachBytes }: PieceSizes): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  do {
    const end = cutAfter(words, start, pieces.length === 0 ? firstBytes : eachBytes);
    pieces.push(words.slice(start, end));
    start = end;
  } while (start < words.length);
  return pieces;
}

function cutAfter(words: string, start: number, bytes: number): number {
  const full = lastThatFits(words, start, bytes);
  if (full === words.length) return full;
  const from = Math.max(start, full - lookBack);
  const seen = words.slice(from, full);
  for (const end of [/\n/g, /[.!?…؟।]["'”’)\]]*\s|[。！？]/g, /\s/g]) {
    const found = lastEnd(seen, end);
    if (found > 0 && characterAt(words, start, from + found).from === from + found) return from + found;
  }
  return wholeBefore(words, start, full);
}

function lastThatFits(words: string, start: number, bytes: number): number {
  let left = bytes;
  for (let at = start; at < words.length; at += 1) {
    left -= bytesAt(words, at);
    if (left < 0) return at;
  }
  return words.length;
}

/** Where the last match ends; 0 when there is none. */
const lastEnd = (words: string, pattern: RegExp): number => {
  let end = 0;
  for (const match of words.matchAll(pattern)) end = match.index + match[0].length;
  return end;
};

/** The character around `at`, in words that begin with a whole one at `start`. */
function characterAt(
  words: string,
  start: number,
  at: number,
): { readonly from: number; readonly to: number } {
  const around = characters.segment(words.slice(start, at + longestCharacter)).containing(at - start);
  const from = start + (around?.index ?? at - start);
  return { from, to: from + (around?.segment.length ?? 0) };
}

/** A character longer than all that are real is cut, but never inside a pair. */
function wholeBefore(words: string, start: number, full: number): number {
  const { from, to } = characterAt(words, start, full);
  if (to - from < longestCharacter) return from;
  const isPair = /[\uDC00-\uDFFF]/.test(words.charAt(full));
  return isPair && full > start ? full - 1 : full;
}
