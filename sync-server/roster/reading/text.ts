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

/** The file's text without a byte order mark. Old Windows text is read as such, with a problem. */
export function decodeText({ bytes, file, problems }: ListFile): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\ufffd")) return text;
  const detail = "The file is in old Windows encoding. Please check names with accents.";
  problems.add({ file, line: 0, code: "old-encoding", effect: "read-as", detail });
  return new TextDecoder("windows-1252").decode(bytes);
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
