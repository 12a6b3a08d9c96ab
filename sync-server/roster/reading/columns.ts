/**
 * Finds known columns under the headers people really write: another case, another order, a letter
 * too many. Says which header it read as which column.
 */
import { bareWord, closestOf } from "./closest.ts";
import type { ProblemList } from "./problem-list.ts";

/** A column a file may have, and what else people call it. */
export interface Column<Name extends string> {
  readonly name: Name;
  readonly alsoCalled?: readonly string[];
}

/** A file's first row, and where to say what was guessed. */
export interface Header {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: ProblemList;
}

/** Places counted from 0, by column. Exact headers are served first, so that a typo never takes their place. */
export function placesOf<Name extends string>(
  header: Header,
  columns: readonly Column<Name>[],
): Map<Name, number> {
  const places = new Map<Name, number>();
  for (const [place, head] of header.cells.entries()) {
    const column = columns.find((known) => namesOf(known).includes(head));
    if (!column) continue;
    if (places.has(column.name))
      note(header, "column-twice", `The column “${head}” is there twice; the first one counts.`);
    else places.set(column.name, place);
  }
  for (const [place, head] of header.cells.entries()) {
    if (isSilent(head, columns)) continue;
    const free = columns.filter((column) => !places.has(column.name));
    const meant = meantBy(head, free);
    if (meant) {
      places.set(meant.name, place);
      noteGuess(header, head, meant);
    } else note(header, "column-unknown", `The column “${head}” is not known here.`);
  }
  return places;
}

const namesOf = (column: Column<string>): string[] => [column.name, ...(column.alsoCalled ?? [])];

/** Found already, without a name, or of the kind that OneRoster lets anyone add. */
const isSilent = (head: string, columns: readonly Column<string>[]): boolean =>
  head === "" ||
  head.toLowerCase().startsWith("metadata.") ||
  columns.some((known) => namesOf(known).includes(head));

function meantBy<Name extends string>(
  head: string,
  columns: readonly Column<Name>[],
): Column<Name> | undefined {
  const close = closestOf(head, columns.flatMap(namesOf));
  return columns.find((column) => close !== undefined && namesOf(column).includes(close));
}

/** Columns with everyday names may be written in any case without a word said. */
function noteGuess(header: Header, head: string, meant: Column<string>): void {
  const sameWord = namesOf(meant).some((name) => bareWord(name) === bareWord(head));
  if (meant.alsoCalled && sameWord) return;
  const fileWord = header.file.replace(/\.[a-z]+$/i, "");
  note(header, "column-read-as", `Read “${fileWord}.${head}” as ${meant.name}.`);
}

function note(
  { file, line, problems }: Header,
  code: "column-twice" | "column-unknown" | "column-read-as",
  detail: string,
): void {
  problems.add({ file, line, code, effect: code === "column-read-as" ? "read-as" : "ignored", detail });
}
