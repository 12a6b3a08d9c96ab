/**
 * Reads the dates people and spreadsheets write into lists. Days come before months, as they do in Britain,
 * unless the column itself shows the other order.
 */

/** Which of the first two numbers is the day, as far as a column gives it away. */
export type DayOrder = "day-first" | "month-first" | "unclear";

const SLASHED = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T].*)?$/;
const YEAR_FIRST = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[ T].*)?$/;
const WORDED = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*,?[ -](\d{4}|\d{2})$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What the dates of one column show about their order. A column that shows both is unclear. */
export function dayOrderOf(values: readonly string[]): DayOrder {
  const pairs = values.map((value) => SLASHED.exec(value.trim())).filter((match) => match !== null);
  const dayFirst = pairs.some(([, first]) => Number(first) > 12);
  const monthFirst = pairs.some(([, , second]) => Number(second) > 12);
  if (dayFirst === monthFirst) return "unclear";
  return dayFirst ? "day-first" : "month-first";
}

/** True when a date could be read both ways and its column does not say which. */
export function isAmbiguous(value: string, order: DayOrder): boolean {
  const match = SLASHED.exec(value.trim());
  if (!match || order !== "unclear") return false;
  const [, first, second] = match;
  return Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

/** The local date as `YYYY-MM-DD`, or undefined when there is no such day or it cannot be read. */
export function readLooseDate(value: string, order: DayOrder): string | undefined {
  const text = value.trim();
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return existingDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const worded = WORDED.exec(text);
  if (worded)
    return existingDay(worded[3], String(MONTHS.indexOf(worded[2]?.toLowerCase() ?? "") + 1), worded[1]);
  const slashed = SLASHED.exec(text);
  if (!slashed) return undefined;
  const [, first, second, year] = slashed;
  const monthFirst = Number(second) > 12 || (order === "month-first" && Number(first) <= 12);
  return monthFirst ? existingDay(year, first, second) : existingDay(year, second, first);
}

function existingDay(year = "", month = "", day = ""): string | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const iso = `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
