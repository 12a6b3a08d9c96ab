/**
 * Turns the bytes of a list into text: UTF-8 as it should be, and what Excel and older school
 * systems really write.
 */
import type { ProblemList } from "./problem-list.ts";

/** A file to read, and where to say what was wrong with it. */
export interface ListFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly problems: ProblemList;
}

/**
 * The file's text without a byte order mark. Old Windows text is read as such, with a problem. A mark that stands for
 * a lost letter is no sign of it: whoever wrote the file had lost that letter before.
 */
export function decodeText({ bytes, file, problems }: ListFile): string {
  const wide = wideEncodingOf(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const problem = { file, line: 0, code: "old-encoding" } as const;
  const text = utf8In(bytes);
  if (text === undefined) {
    const detail = "The file is in old Windows encoding. Please check names with accents.";
    problems.add({ ...problem, effect: "read-as", detail });
    return new TextDecoder("windows-1252").decode(bytes);
  }
  if (text.includes("\ufffd")) {
    const detail = "Letters were lost before this file came here. Look for “\ufffd” in it.";
    problems.add({ ...problem, effect: "noted", detail });
  }
  return text;
}

function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Two bytes a letter, by the mark at the start, or without one by the noughts beside the first plain letters. */
function wideEncodingOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? "utf-16be" : undefined;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

const MAX_CELL_LENGTH = 2_000;

/** One line of bounded length, without control characters and marks that turn the direction of text. */
export const cleanCell = (cell: string): string =>
  cell
    .slice(0, MAX_CELL_LENGTH)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
