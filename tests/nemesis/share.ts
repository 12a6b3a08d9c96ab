/** CI's share of what `npm run nemesis` does for an hour. */
import type { OrdealFault } from "./ordeal/faults.ts";
import { run } from "./ordeal/run.ts";
import { verdictLine } from "./ordeal/verdict.ts";
import type { Database } from "./server/database.ts";

const shareMs = 20_000;

/** What happens in any round. */
const always: readonly OrdealFault[] = ["edit", "offline"];

/** What a share came to. */
export interface Share {
  /** All that was said of findings. */
  readonly told: string;
  /** Faults that should have happened and did not. */
  readonly missing: readonly OrdealFault[];
}

/** Torments for a short while, one round at least, and prints the verdict. */
export async function runShare(openDatabase: () => Promise<Database>): Promise<Share> {
  const until = performance.now() + shareMs;
  const told: string[] = [];
  const verdict = await run({
    seed: 1,
    goesOn: ({ rounds }) => rounds === 0 || performance.now() < until,
    openDatabase,
    say: (line) => told.push(line),
    isTold: false,
  });
  console.log(verdictLine(verdict));
  return { told: told.join("\n"), missing: always.filter((fault) => !verdict.faults.get(fault)) };
}
