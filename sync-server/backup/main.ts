/** The commands `backup` and `restore`, as an operator calls them. */
import { parseArgs } from "node:util";
import { isMistyped } from "#server/start/mistyped.ts";
import { placesIn } from "#server/start/places.ts";
import { adviceFor } from "#server/start/troubles.ts";
import { openPostgres } from "#server/storage/postgres.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import { realSurroundings } from "#server/surroundings.ts";
import { backUp } from "./back-up.ts";
import { wrongWith } from "./check-copy.ts";
import { restoreFile, restoreInPlace, stopWaiting, type Restored } from "./restore.ts";
import { backedUpText, postgresBackupText, restoredText, usage, waitEndedText, wrongText } from "./words.ts";

// Whatever these commands write is for whoever runs them alone.
process.umask(0o077);
const places = placesIn(process.env);

/** What to print, and whether it went well. */
interface End {
  readonly text: string;
  readonly isWell: boolean;
}

const { text, isWell } = await run(process.argv.slice(2)).catch(sayWhyNot);
(isWell ? process.stdout : process.stderr).write(text);
process.exitCode = isWell ? 0 : 1;

async function run(words: readonly string[]): Promise<End> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      journal: { type: "string", multiple: true, default: [] },
      "all-devices-back": { type: "boolean", default: false },
    },
  });
  const [command, file, ...more] = positionals;
  if (more.length > 0) return failed(usage);
  if (command === "backup") return backup(file);
  if (command !== "restore") return failed(usage);
  return values["all-devices-back"] ? endWait() : restore(file, values.journal);
}

/** What an operator can do something about is said, a mistyped option too. Anything else is a bug. */
function sayWhyNot(error: unknown): End {
  if (isMistyped(error)) return failed(usage);
  const advice = adviceFor(error);
  if (advice === undefined) throw error;
  return failed(advice);
}

async function endWait(): Promise<End> {
  const { databaseUrl: url, databaseFile: file } = places;
  const wrong = url === undefined ? wrongWith(file) : undefined;
  if (wrong !== undefined) return failed(wrongText(wrong));
  await stopWaiting(() => (url === undefined ? openSqlite({ file }) : openPostgres({ url })));
  return well(waitEndedText);
}

function backup(to: string | undefined): End {
  if (places.databaseUrl !== undefined) return failed(postgresBackupText);
  if (to === undefined) return failed(usage);
  const done = backUp(places.databaseFile, to);
  return "wrong" in done ? failed(wrongText(done.wrong)) : well(backedUpText(to, done.sizeBytes));
}

async function restore(file: string | undefined, journals: readonly string[]): Promise<End> {
  const { databaseUrl: url } = places;
  const restoring = { places, surroundings: realSurroundings, journals };
  let done: Restored | { readonly wrong: string };
  if (url !== undefined && file === undefined)
    done = await restoreInPlace(() => openPostgres({ url }), restoring);
  else if (url === undefined && file !== undefined) done = await restoreFile(file, restoring);
  else return failed(usage);
  return "wrong" in done ? failed(wrongText(done.wrong)) : well(restoredText(file, done));
}

function well(said: string): End {
  return { text: said, isWell: true };
}

function failed(said: string): End {
  return { text: said, isWell: false };
}
