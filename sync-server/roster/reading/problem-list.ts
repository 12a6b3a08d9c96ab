/**
 * Collects the problems of one reading, so that the same mistake on two thousand lines is one
 * problem with many lines and not a screen nobody reads.
 */
import type { RosterProblem } from "#model/wire/roster-preview.ts";

const MAX_OTHER_LINES = 50;
const MAX_PROBLEMS = 1_000;

/** A problem as it is found: one file, one line. */
export type FoundProblem = Omit<RosterProblem, "otherLines">;

/** Takes problems as they are found and gives them back joined. */
export interface ProblemList {
  add(problem: FoundProblem): void;
  /** In the order in which each was first found; at most 1,000. */
  all(): RosterProblem[];
}

/** An empty list of problems. Two problems are the same when all but their line is equal. */
export function createProblemList(): ProblemList {
  const problems = new Map<string, { first: FoundProblem; otherLines: number[] }>();
  return {
    add(problem) {
      const key = JSON.stringify([problem.file, problem.code, problem.effect, problem.detail]);
      const same = problems.get(key);
      if (!same && problems.size < MAX_PROBLEMS) problems.set(key, { first: problem, otherLines: [] });
      else if (same && same.otherLines.length < MAX_OTHER_LINES) same.otherLines.push(problem.line);
    },
    all: () => [...problems.values()].map(({ first, otherLines }) => ({ ...first, otherLines })),
  };
}
