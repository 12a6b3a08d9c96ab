/** Worlds one after the other, each with a few rounds of mishaps and rest, until the time is over. */
import type { Id } from "#model/id.ts";
import { hashOf } from "#model/record/bytes.ts";
import type { Database } from "#tests/nemesis/server/database.ts";
import { ordealFaults } from "./faults.ts";
import { step } from "./happenings.ts";
import { openOrdeal } from "./open-ordeal.ts";
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

/** The records that findings are about: of each the first it names. */
const idsIn = (found: readonly string[]): readonly Id[] =>
  [...new Set(found.flatMap((finding) => /[a-z-]+_[0-9A-Z]{26}/.exec(finding)?.[0] ?? []))].slice(
    0,
    5,
  ) as Id[];

/** What happened to a record: in the order of events, as the server wrote it down, and as it lies on the devices now. */
async function historyOf({ trace, database, scribes }: Ordeal, id: Id): Promise<string> {
  const written = await database.use((storage) => storage.read((t) => t.history.of(id)));
  const first = trace.lines.findIndex((line) => line.includes(id));
  const isTold = (line: string) => line.includes(id) || !/: saved|: failed|stores its editor/.test(line);
  return [
    `History of ${id}:`,
    ...trace.lines.slice(Math.max(0, first)).filter(isTold),
    ...written.map(
      ({ position, at, by, device }) =>
        `at ${position}, ${new Date(at).toISOString()}: changed by ${by} on ${device}`,
    ),
    ...scribes.flatMap(({ device: { name, disk } }) => [
      ...lineOf(`${name} holds it`, disk.rows.get(id)),
      ...lineOf(`${name} has it in its tray`, disk.refused.get(id)),
    ]),
  ].join("\n  ");
}

/** All but the bytes. */
function lineOf(what: string, held: object | undefined): readonly string[] {
  if (!held) return [];
  const shown = JSON.stringify(held, (_name, value: unknown) =>
    value instanceof Uint8Array ? hashOf(value) : value,
  );
  return [`${what}: ${shown}`];
}
