/**
 * Reads the bytes of one CSV file into rows with known columns, however the file came about: by a
 * school's system, by hand, or by a spreadsheet in another country. Whatever it had to guess it says.
 */
import { parse } from "csv-parse/sync";
import { placesOf, type Column } from "./columns.ts";
import { cleanCell, decodeText, type ListFile } from "./text.ts";

/** More places in classes than any city has. A longer file is not used: whoever stood beyond the cut would seem to have left. */
const MAX_ROWS = 1_000_000;
const MAX_COLUMNS = 200;

/** What a kind of file is known to hold. */
export interface TableShape<Name extends string> {
  readonly columns: readonly Column<Name>[];
  /** Without one of these the file is of no use. */
  readonly required: readonly Name[];
}

/** One row. Cells are trimmed; a missing cell is empty. */
export interface TableRow<Name extends string> {
  readonly line: number;
  readonly cell: (name: Name) => string;
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The file's rows in order, without empty ones; undefined when a required column is missing or it is too long. */
export function readTable<Name extends string>(
  source: ListFile,
  shape: TableShape<Name>,
): TableRow<Name>[] | undefined {
  const { file, problems } = source;
  const rawest = rawRows(source);
  if (!rawest) return undefined;
  const all = isSeparatorLine(rawest[0]) ? rawest.slice(1) : rawest;
  const first = all[0];
  const rows = all.slice(1);
  const heads = (first?.cells ?? []).slice(0, MAX_COLUMNS).map(cleanCell);
  const header = { file, problems, line: first?.line ?? 0, cells: heads };
  const places = placesOf(header, shape.columns);
  const missing = shape.required.filter((name) => !places.has(name));
  if (missing.length > 0) {
    const detail = `There is no column “${missing.join("”, “")}”, so the file was not used.`;
    problems.add({ file, line: header.line, code: "column-missing", effect: "left-out", detail });
    return undefined;
  }
  noteExtraCells(source, first?.cells.length ?? 0, rows);
  return rows.map(({ line, cells }) => ({
    line,
    cell: (name) => cleanCell(cells[places.get(name) ?? -1] ?? ""),
  }));
}

/** Excel writes its separator into a line of its own before the header. */
const isSeparatorLine = (row: RawRow | undefined): boolean => /^sep=/i.test(row?.cells[0]?.trim() ?? "");

function noteExtraCells({ file, problems }: ListFile, width: number, rows: readonly RawRow[]): void {
  for (const { line, cells } of rows) {
    if (!cells.slice(width).some((cell) => cell.trim() !== "")) continue;
    const detail = "The row has more cells than the header; the extra ones are not read.";
    problems.add({ file, line, code: "extra-cells", effect: "ignored", detail });
  }
}

function rawRows(source: ListFile): RawRow[] | undefined {
  const { file, problems } = source;
  const text = decodeText(source);
  let parsed = parseText(text, '"');
  if (!parsed) {
    const detail = "A quotation mark is opened and never closed; the file was read without them.";
    problems.add({ file, line: 0, code: "broken-quotes", effect: "read-as", detail });
    parsed = parseText(text, null) ?? [];
  }
  if (parsed.length > MAX_ROWS) {
    const detail = `The file has more than ${MAX_ROWS.toLocaleString("en-GB")} rows, so it was not used.`;
    problems.add({ file, line: MAX_ROWS, code: "too-many-rows", effect: "left-out", detail });
    return undefined;
  }
  return parsed.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** Rows with the line each begins on; undefined when the quotation marks do not add up. */
function parseText(text: string, quote: '"' | null): RawRow[] | undefined {
  const rows: RawRow[] = [];
  let line = 1;
  try {
    parse(text, {
      quote,
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      to: MAX_ROWS + 1,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
    return rows;
  } catch {
    // csv-parse throws only where a quotation mark is never closed; everything else is relaxed.
    return undefined;
  }
}

/** The separator that the first line uses most: comma, semicolon (Excel on the Continent) or tab. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 4_000).split(/[\r\n]/);
  const firstLine = lines.find((line) => line.trim() !== "") ?? "";
  const count = (separator: string): number => firstLine.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}
