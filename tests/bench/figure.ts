/**
 * One measured figure, and how a run of them is shown: a table for people, JSON for whoever keeps
 * figures over time. A figure is always a ratio to something measured in the same run.
 */

/** One line of the table. `ratio` is what counts: it should be at most `aim`. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** What Waymark takes. */
  readonly ours: number;
  /** What the thing it is held against takes. */
  readonly reference: number;
  /** What that thing is. */
  readonly against: string;
  /** `ours / reference`. */
  readonly ratio: number;
  /** The most `ratio` should be; where the reference is itself a limit, that limit. */
  readonly aim: number;
}

/** True when a figure is where it should be. */
const isReached = ({ ratio, aim, reference }: Figure): boolean => ratio <= (aim === reference ? 1 : aim);

/** A figure with what explains it; only the figure goes into the JSON. */
export interface Explained extends Figure {
  /** What limits the figure, in words. */
  readonly limit: string;
  /** Anything else worth printing, a line each; may be empty. */
  readonly details: readonly string[];
}

/** The number in the middle, or halfway between the two. Throws for no numbers. */
export function medianOf(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error("A median of nothing.");
  return (lower + upper) / 2;
}

const rounded = (number: number): number => Number(number.toPrecision(4));

/** The figure without its explanation, with four digits of each number. */
export const figureOf = ({ name, unit, ours, reference, against, ratio, aim }: Explained): Figure => ({
  name,
  unit,
  ours: rounded(ours),
  reference: rounded(reference),
  against,
  ratio: rounded(ratio),
  aim,
});

const short = (number: number): string => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));

/** The figures as a table of text, each followed by what limits it. */
export function tableOf(figures: readonly Explained[]): string {
  const head = ["", "unit", "ours", "reference", "ratio", "aim", ""];
  const rows = figures.map((figure) => [
    figure.name,
    figure.unit,
    short(figure.ours),
    short(figure.reference),
    short(figure.ratio),
    String(figure.aim),
    isReached(figure) ? "reached" : "missed",
  ]);
  const widths = head.map((_cell, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  const notes = figures.flatMap(({ name, against, limit, details }) => [
    "",
    `${name}: against ${against}.`,
    `  ${limit}`,
    ...details.map((detail) => `  ${detail}`),
  ]);
  return [lineOf(head), ...rows.map(lineOf), ...notes].join("\n");
}
