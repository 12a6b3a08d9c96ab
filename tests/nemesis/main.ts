/** `npm run nemesis`: real devices against real server processes for as long as one likes. */
import { parseArgs } from "node:util";
import { isMistyped } from "#server/start/mistyped.ts";
import { plantedBugs } from "#tests/sync/planted.ts";
import type { Variation } from "#tests/sync/world/device.ts";
import { run } from "./ordeal/run.ts";
import { progressLine, verdictLine } from "./ordeal/verdict.ts";
import { createSqliteDatabase } from "./server/database.ts";
import { createPostgresDatabase } from "./server/postgres-database.ts";
import { cutSettings } from "./server/postgres-power-cut.ts";
import { startPostgres } from "#tests/support/postgres/postgres-ready.ts";

/** Client ids are drawn by Yjs here, and no page of the real server is full, so mistakes about these would show nothing. */
const { "a client id is used again": _ids, "a short page ends a pull": _pages, ...plantable } = plantedBugs;
const planted = new Map<string, Variation>(Object.entries(plantable));
/** A mistake in the nodes, which only a power cut at their PostgreSQL brings to light. */
const hasty = "a node answers before the disk has it";

const help = `npm run nemesis -- [--minutes 60] [--seed 1] [--postgres] [--told] [--plant "a mistake"]

  --minutes N   how long to go on; the round under way is finished (60)
  --seed N      the seed of the first world; the next world takes the next one (1)
  --postgres    two nodes on a PostgreSQL that is started for it, instead of one on a file
  --told        also says everything that happens
  --plant NAME  puts a mistake into every device, or with --postgres the last one into the nodes, to see that it is found:
                ${[...planted.keys(), hasty].join("\n                ")}

Everything that is chosen follows from the seed: who writes what, which fault meets which request of a device, when
disks fail and servers are killed. What does not: how far a server had come when it was killed, which of two messages
was first, and the ids that Yjs draws. So a seed that fails is likely to fail again, not certain.

The exit code is 1 when anything was lost, leaked or not as it must be.`;

const readOptions = () =>
  parseArgs({
    options: {
      minutes: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
      postgres: { type: "boolean", default: false },
      told: { type: "boolean", default: false },
      plant: { type: "string" },
      help: { type: "boolean", default: false },
    },
  }).values;
type Options = ReturnType<typeof readOptions>;

const say = (line: string): void => console.log(line);

async function torment(values: Options): Promise<void> {
  const postgres = values.postgres ? await startPostgres({ settings: cutSettings }) : undefined;
  const from = performance.now();
  const untilMs = Number(values.minutes) * 60_000;
  let told = 0;
  const bug = planted.get(values.plant ?? "");
  const verdict = await run({
    ...(bug ? { planted: bug } : {}),
    seed: Number(values.seed),
    openDatabase: async () =>
      postgres
        ? createPostgresDatabase(postgres, { isHasty: values.plant === hasty })
        : createSqliteDatabase(),
    say,
    isTold: values.told,
    goesOn: (so) => {
      const minutes = Math.floor((performance.now() - from) / 60_000);
      if (minutes > told) say(`${minutes} min: ${progressLine(so)}`);
      told = minutes;
      return performance.now() - from < untilMs;
    },
  });
  const { loss, leak, other } = verdict.findings;
  const isSound = loss + leak + other === 0;
  if (isSound) await postgres?.remove();
  else await postgres?.stop();
  say(verdictLine(verdict));
  process.exitCode = !isSound || verdict.rounds === 0 ? 1 : 0;
}

/** What keeps a run from beginning; undefined when nothing does. A mistake that is not planted would seem not to have been found. */
function wrongWith({ minutes, seed, plant, postgres }: Options): string | undefined {
  if (!(Number(minutes) > 0)) return `“${minutes}” is no number of minutes.`;
  if (!Number.isSafeInteger(Number(seed)) || seed.trim() === "")
    return `“${seed}” is no seed: a seed is a whole number.`;
  const isPlantable = plant === undefined || planted.has(plant) || (plant === hasty && postgres);
  return isPlantable ? undefined : `No mistake called “${plant}” can be planted here.`;
}

/** A slip of the fingers is answered with how it is called; nothing is begun. */
function refuse(why: string): void {
  process.stderr.write(`${why}\n\n${help}\n`);
  process.exitCode = 1;
}

try {
  const values = readOptions();
  const wrong = wrongWith(values);
  if (values.help) say(help);
  else if (wrong !== undefined) refuse(wrong);
  else await torment(values);
} catch (error) {
  if (!isMistyped(error)) throw error;
  refuse("Not begun: what stands after npm run nemesis is not known here.");
}
