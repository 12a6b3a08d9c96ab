/** `npm run nemesis`: real devices against real server processes for as long as one likes. */
import { parseArgs } from "node:util";
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

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    postgres: { type: "boolean", default: false },
    told: { type: "boolean", default: false },
    plant: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** A mistake that is not planted would seem not to have been found. */
const isPlantable = (name: string | undefined): boolean =>
  name === undefined || planted.has(name) || (name === hasty && values.postgres);

const say = (line: string): void => console.log(line);

async function torment(): Promise<void> {
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

if (values.help) say(help);
else if (isPlantable(values.plant)) await torment();
else {
  say(`No mistake called “${values.plant}” can be planted here.\n\n${help}`);
  process.exitCode = 1;
}
