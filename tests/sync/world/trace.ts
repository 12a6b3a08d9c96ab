/** What happened in a world, line by line: hashed, so that two runs can be compared, and counted. */
import { createHash } from "node:crypto";

/** Everything that goes wrong on purpose, and the meetings of people that are hard to merge. */
export const faults = [
  "edit",
  "delete words",
  "two tabs",
  "two tabs in rounds",
  "offline",
  "lost request",
  "lost answer",
  "doubled request",
  "reordered",
  "late request",
  "error page",
  "device restarted",
  "device killed while storing",
  "local write failed",
  "clock back",
  "clock forward",
  "shared",
  "made private",
  "membership ended",
  "membership given again",
  "server restarted",
  "server restored",
  "server rolled back unannounced",
  "plan started twice",
  "review started twice",
  "review closed twice",
  "typed in one text by two",
  "chosen by two",
  "commented",
  "erased",
  "tray full",
  "written past the app",
] as const;

/** One of {@link faults}. */
export type Fault = (typeof faults)[number];

/** How often each fault happened. */
export type FaultCounts<F extends string = Fault> = Record<F, number>;

/** No fault yet. */
export const noFaults = <F extends string>(of: readonly F[]): FaultCounts<F> =>
  Object.fromEntries(of.map((fault) => [fault, 0])) as FaultCounts<F>;

/** A running record of one world, in which such faults happen. */
export interface Trace<F extends string = Fault> {
  /** Adds a line. */
  note(line: string): void;
  /** Adds a line and counts the fault. */
  fault(fault: F, line: string): void;
  readonly counts: FaultCounts<F>;
  /** The lines so far, for reading a failing seed. */
  readonly lines: readonly string[];
  /** Of all lines so far: the same for the same history. */
  hash(): string;
}

/** An empty trace. */
export function createTrace<F extends string>(of: readonly F[]): Trace<F> {
  const lines: string[] = [];
  const counts = noFaults(of);
  const note = (line: string) => void lines.push(line);
  return {
    lines,
    counts,
    note,
    fault: (fault, line) => {
      counts[fault] += 1;
      note(`${fault}: ${line}`);
    },
    hash: () => createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16),
  };
}
