/** Worlds one after the other, each with a few rounds of mishaps and rest, until the time is over. */
import type { Id } from "#model/id.ts";
import type { Database } from "#tests/nemesis/server/database.ts";
import { ordealFaults } from "./faults.ts";
import { step } from "./happenings.ts";
import { openOrdeal } from "./ordeal.ts";
import type { Ordeal } from "./ordeal.ts";
import { rest } from "./rest.ts";
import { meaningOf, noVerdict } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";
import type { Variation } from "#tests/sync/world/device.ts";

/** What a run is given. */
export interface RunOptions {
  readonly seed: number;
  /** Asked before each round. */
  readonly goesOn: (verdict: Verdict) => boolean;
  readonly openDatabase: () => Promise<Database>;
  readonly say: (line: string) => void;
  /** A mistake to be found. */
  readonly planted?: Variation;
  /** Says everything that happens. */
  readonly isTold: boolean;
}

/** Rounds of a world, and things that happen in each. */
const roundsOfWorld = 5;
const stepsOfRound = 120;

/** Runs worlds with seeds that follow each other. Ends a world at its first finding. */
export async function run(options: RunOptions): Promise<Verdict> {
  const verdict = noVerdict();
  for (let seed = options.seed; options.goesOn(verdict); seed += 1) {
    const ordeal = await openOrdeal(seed, await options.openDatabase(), options.planted);
    verdict.worlds += 1;
    const isSound = await live(ordeal, verdict, options);
    if (options.isTold) options.say(ordeal.trace.lines.join("\n"));
    await ordeal.close(!isSound);
  }
  return verdict;
}

async function live(ordeal: Ordeal, verdict: Verdict, { goesOn, say }: RunOptions): Promise<boolean> {
  for (let round = 1; round <= roundsOfWorld && goesOn(verdict); round += 1) {
    for (let at = 0; at < stepsOfRound; at += 1) await step(ordeal);
    const found = await rest(ordeal);
    verdict.rounds += 1;
    count(ordeal, verdict);
    if (found.length === 0) continue;
    for (const finding of found) verdict.findings[meaningOf(finding)] += 1;
    say(`\nSeed ${ordeal.seed}, round ${round}:\n  ${found.join("\n  ")}`);
    for (const id of idsIn(found)) say(await historyOf(ordeal, id));
    say(`The database lies in ${ordeal.database.place}`);
    return false;
  }
  return true;
}

/** Adds what happened since it was last counted. */
function count({ trace: { counts } }: Ordeal, { faults }: Verdict): void {
  for (const fault of ordealFaults) {
    faults.set(fault, (faults.get(fault) ?? 0) + counts[fault]);
    counts[fault] = 0;
  }
}

const idsIn = (found: readonly string[]): readonly Id[] =>
  [...new Set(found.join(" ").match(/[a-z-]+_[0-9A-Za-z]{26}/g) ?? [])].slice(0, 5) as Id[];

/** What happened to a record: in the order of events, and as the server wrote it down. */
async function historyOf({ trace, database, scribes }: Ordeal, id: Id): Promise<string> {
  const written = await database.use((storage) => storage.read((t) => t.history.of(id)));
  const rows = scribes.flatMap(({ device }) => {
    const row = device.disk.rows.get(id);
    const { localRev, ackedRev, serverHash, resets, scopes, base } = row ?? {};
    return row
      ? [
          `${device.name}: ${JSON.stringify({ localRev, ackedRev, serverHash, resets, scopes, hasBase: base !== undefined })}`,
        ]
      : [];
  });
  return [
    `History of ${id}:`,
    ...trace.lines
      .filter((line) => line.includes(id) || /round|restored|put back|killed|copy/.test(line))
      .slice(-150),
    ...written.map(
      ({ position, at, by, device }) =>
        `at ${position}, ${new Date(at).toISOString()}: changed by ${by} on ${device}`,
    ),
    ...rows,
  ].join("\n  ");
}
