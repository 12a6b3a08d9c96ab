/** What the commands say: what they did, and what to do next. */
import type { Restored } from "./restore.ts";

/** How the commands are called. */
export const usage = `
  npm run backup -- FILE                       a copy of everything, while the server works
  npm run restore -- FILE [--journal FOLDER]   puts a copy in place; stop the server first
  npm run restore [-- --journal FOLDER]        with DATABASE_URL, after pg_restore
  npm run restore -- --all-devices-back        ends the wait for devices, when all have come

`;

/** After a backup. */
export const backedUpText = (to: string, sizeBytes: number): string => `
  Backed up to ${to} (${megabytes(sizeBytes)} MB), and checked.

  Keep it on another machine. It holds everything people wrote: look after it as you
  look after the server. Keep copies of the journal apart from it: the journal says
  what was taken away since.

`;

/** With PostgreSQL. */
export const postgresBackupText = `
  The data is in PostgreSQL. Back it up with PostgreSQL's own tool:

  pg_dump --format=custom --file=FILE "$DATABASE_URL"

`;

/** When something stood in the way. */
export const wrongText = (wrong: string): string => `\n  ${wrong}\n\n`;

/** After a restore. */
export function restoredText(
  from: string | undefined,
  { replayed, known, unreadable, before }: Restored,
): string {
  const lines = [
    from === undefined ? "The database in place counts as restored." : `${from} is in place.`,
    ...(before === undefined ? [] : [`The database from before is kept as ${before}.`]),
    replayed + known === 0
      ? "No journal says that anything was taken away. If one is missing, it may be back: look at who has access."
      : `Taken away again, from the journal: ${replayed}. The backup knew of ${known}.`,
    ...(unreadable === 0 ? [] : [`Lines of the journal that could not be read: ${unreadable}.`]),
    "",
    "Start the server. Each device brings back what it holds the next time it connects.",
    "For 60 days no device is told to let go of anything. When all have come back, end that with:",
    "  npm run restore -- --all-devices-back",
    "",
    "Whoever was added after the backup comes back from other people's devices; give them a new code.",
  ];
  return `\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n\n`;
}

/** After the wait for devices was ended. */
export const waitEndedText = `
  The server waits no longer. Devices now let go of what their people may not hold any more.

`;

const megabytes = (sizeBytes: number): string => (sizeBytes / 1_000_000).toFixed(1);
