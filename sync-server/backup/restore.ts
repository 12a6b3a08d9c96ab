/**
 * Puts a backup in the place of the database, or tells a database that was put back by other means that it was: a
 * new epoch begins, so that every device brings back what it holds, and the journal takes away again what was taken
 * away since. Everything is prepared beside the old database, which is kept. Source: RULES S11, S13.
 */
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { hasJournal, openJournal, readJournals } from "#server/journal/journal-file.ts";
import type { JournalEntry } from "#server/journal/journal.ts";
import { replayJournal } from "#server/journal/replay.ts";
import type { Places } from "#server/start/places.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";
import { endRecovery, renewEpoch } from "#server/sync/epoch.ts";
import { sync } from "./back-up.ts";
import { wrongWith } from "./check-copy.ts";
import { takeDataFolder } from "./data-folder-lock.ts";

/** What a restore did. */
export interface Restored {
  /** Entries of the journal that were carried out again, and those the database had. */
  readonly replayed: number;
  readonly known: number;
  /** Lines of the journal that could not be read. */
  readonly unreadable: number;
  /** Where the database is now that was replaced; absent when there was none. */
  readonly before?: string;
}

/** Everything a restore stands on. */
export interface Restoring {
  readonly places: Places;
  readonly surroundings: Surroundings;
  /** Further folders with journals: of other servers, or from another machine. */
  readonly journals?: readonly string[];
}

type Outcome = Restored | { readonly wrong: string };

/** Restores a backup of the embedded database. */
export const restoreFile = (file: string, restoring: Restoring): Promise<Outcome> =>
  alone(restoring, async () => {
    const wrong = wrongWith(file);
    if (wrong !== undefined) return { wrong };
    const { dataFolder, databaseFile } = restoring.places;
    const prepared = join(dataFolder, "waymark.db.restoring");
    for (const path of withLogs(prepared)) rmSync(path, { force: true });
    copyFileSync(file, prepared);
    chmodSync(prepared, 0o600);
    const storage = await openSqlite({ file: prepared });
    const done = await beginAnew(storage, restoring);
    await storage.close();
    sync(prepared);
    const before = putAside(databaseFile, restoring.surroundings.clock());
    renameSync(prepared, databaseFile);
    sync(dataFolder);
    return { ...done, ...(before !== undefined && { before }) };
  });

/** After a database was put back by its own means, such as `pg_restore`: does the rest. Closes the storage. */
export const restoreInPlace = (open: () => Promise<Storage>, restoring: Restoring): Promise<Outcome> =>
  alone(restoring, async () => {
    const storage = await open();
    try {
      return await beginAnew(storage, restoring);
    } finally {
      await storage.close();
    }
  });

/** All devices have come back: from now on they forget what they may no longer hold. A server may be running meanwhile. */
export async function stopWaiting(open: () => Promise<Storage>): Promise<void> {
  const storage = await open();
  await endRecovery(storage);
  await storage.close();
}

async function alone({ places, journals = [] }: Restoring, work: () => Promise<Outcome>): Promise<Outcome> {
  const bare = journals.find((folder) => !hasJournal(folder));
  if (bare !== undefined) return { wrong: `There is no journal in ${bare}. Nothing was changed.` };
  const hold = takeDataFolder(places.dataFolder);
  if (!hold) return { wrong: `A server runs on ${places.dataFolder}. Stop it first. Nothing was changed.` };
  try {
    return await work();
  } finally {
    hold.release();
  }
}

async function beginAnew(
  storage: Storage,
  { places, surroundings, journals = [] }: Restoring,
): Promise<Restored> {
  const { entries, unreadable } = await readJournals(places.journalFolder, ...journals);
  await renewEpoch(storage, surroundings);
  const replayed = await replayJournal(storage, surroundings, entries);
  await takeOver(entries, { places, surroundings });
  return { ...replayed, unreadable };
}

/** What another folder's journal says stays known here: the next restore finds it in this server's own. */
async function takeOver(
  entries: readonly JournalEntry[],
  { places: { journalFolder }, surroundings }: Omit<Restoring, "journals">,
): Promise<void> {
  const own = new Set((await readJournals(journalFolder)).entries.map(({ id }) => id));
  const others = entries.filter(({ id }) => !own.has(id));
  if (others.length === 0) return;
  mkdirSync(journalFolder, { recursive: true, mode: 0o700 });
  const journal = await openJournal(journalFolder, `brought-${stamp(surroundings.clock())}`);
  for (const entry of others) await journal.append(entry);
  await journal.close();
}

/** Keeps the database beside itself under a name with the time; both names are good until the new one takes its place. */
function putAside(databaseFile: string, now: number): string | undefined {
  if (!existsSync(databaseFile)) return undefined;
  foldIn(databaseFile);
  const before = freeName(databaseFile.replace(/\.db$/, `-before-${stamp(now)}`));
  const [, ...logs] = withLogs(databaseFile);
  const [, ...logsBefore] = withLogs(before);
  for (const [index, log] of logs.entries())
    if (existsSync(log)) renameSync(log, logsBefore[index] ?? `${log}-before`);
  keepUnder(databaseFile, before);
  return before;
}

const freeName = (start: string, tried = 1): string => {
  const name = tried === 1 ? `${start}.db` : `${start}-${tried}.db`;
  return existsSync(name) ? freeName(start, tried + 1) : name;
};

/** On disks where a file has only one name, it is without the old one until the new database takes it. */
function keepUnder(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    renameSync(file, name);
  }
}

const withLogs = (file: string): readonly string[] => [file, `${file}-wal`, `${file}-shm`];

/** Brings what a database has written ahead into its file. One that is too damaged for it keeps its files as they are. */
function foldIn(databaseFile: string): void {
  try {
    const database = new DatabaseSync(databaseFile);
    database.exec("pragma wal_checkpoint(truncate)");
    database.close();
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error)) throw error;
  }
}

/** A time as part of a file's name: `2026-11-21T22-50-07`. */
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(":", "-");
