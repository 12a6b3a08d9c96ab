/** What a run has come to: counts, and what is said of a finding. */
import { ordealFaults } from "./faults.ts";
import type { OrdealFault } from "./faults.ts";

/** What a finding means: something is gone, somebody holds what they may not, or anything else is not as it must be. */
export type Meaning = "loss" | "leak" | "other";

/** What a finding means. */
export function meaningOf(finding: string): Meaning {
  if (/^lost|lacks/.test(finding)) return "loss";
  return /leaked|which it may not|which it has lost/.test(finding) ? "leak" : "other";
}

/** A run so far. */
export interface Verdict {
  rounds: number;
  worlds: number;
  readonly faults: Map<OrdealFault, number>;
  readonly findings: Record<Meaning, number>;
}

/** Nothing has happened. */
export const noVerdict = (): Verdict => ({
  rounds: 0,
  worlds: 0,
  faults: new Map(),
  findings: { loss: 0, leak: 0, other: 0 },
});

/** Kinds that are people at work and no fault. */
const work: ReadonlySet<OrdealFault> = new Set([
  "edit",
  "delete words",
  "commented",
  "shared",
  "two tabs",
  "plan started twice",
  "review started twice",
  "review closed twice",
  "typed in one text by two",
  "chosen by two",
]);

/** Faults by kind, the most frequent first. */
const faultsOf = ({ faults }: Verdict): readonly (readonly [OrdealFault, number])[] =>
  ordealFaults
    .filter((fault) => !work.has(fault))
    .map((fault) => [fault, faults.get(fault) ?? 0] as const)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a);

/** The last line of a run. */
export function verdictLine(verdict: Verdict): string {
  const { rounds, worlds, findings, faults } = verdict;
  const kinds = faultsOf(verdict);
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  const byKind = kinds.map(([fault, count]) => `${fault} ${count}`).join(", ");
  return `${rounds} rounds in ${worlds} worlds, ${faults.get("edit") ?? 0} edits; ${all} faults: ${byKind}; losses ${findings.loss}, leaks ${findings.leak}, other findings ${findings.other}`;
}

/** One line while a run goes on. */
export function progressLine(verdict: Verdict): string {
  const { rounds, worlds, findings } = verdict;
  const all = faultsOf(verdict).reduce((sum, [, count]) => sum + count, 0);
  return `${rounds} rounds in ${worlds} worlds, ${all} faults, losses ${findings.loss}, leaks ${findings.leak}, other findings ${findings.other}`;
}
