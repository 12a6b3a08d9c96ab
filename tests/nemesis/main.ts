/** `npm run nemesis`: real devices against real server processes for as long as one likes. */
import { parseArgs } from "node:util";
import { run } from "./ordeal/run.ts";
import { progressLine, verdictLine } from "./ordeal/verdict.ts";
import { createSqliteDatabase } from "./server/database.ts";

const help = `npm run nemesis -- [--minutes 60] [--seed 1] [--told]

  --minutes N   how long to go on; the round under way is finished (60)
  --seed N      the seed of the first world; the next world takes the next one (1)
  --told        also says everything that happens

Everything that is chosen follows from the seed: who writes what, which fault meets which request of a device, when
disks fail and servers are killed. What does not: how far a server had come when it was killed, which of two messages
was first, and the ids that Yjs draws. So a seed that fails is likely to fail again, not certain.

The exit code is 1 when anything was lost, leaked or not as it must be.`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    told: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const say = (line: string): void => console.log(line);

async function torment(): Promise<void> {
  const from = performance.now();
  const untilMs = Number(values.minutes) * 60_000;
  let told = 0;
  const verdict = await run({
    seed: Number(values.seed),
    openDatabase: async () => createSqliteDatabase(),
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
  say(verdictLine(verdict));
  process.exitCode = loss + leak + other > 0 || verdict.rounds === 0 ? 1 : 0;
}

if (values.help) say(help);
else await torment();
