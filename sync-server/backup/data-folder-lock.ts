/**
 * Who uses a data folder: running servers hold it together, a restore needs it alone. The lock is the system's own, on
 * a file that SQLite locks, so it is gone with the process however that ends. Nothing is ever kept in the file.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A hold on a folder. */
export interface Hold {
  release(): void;
}

/** Locks that are held; one that nothing pointed to would be let go of by itself. */
const held = new Set<DatabaseSync>();

const holdOn = (lock: DatabaseSync): Hold => {
  held.add(lock);
  return {
    release: () => {
      held.delete(lock);
      lock.close();
    },
  };
};

/** Holds a folder for as long as this server runs. Throws while a restore has it alone. */
export function holdDataFolder(folder: string): Hold {
  const lock = openLock(folder);
  lock.exec("begin; select count(*) from sqlite_master");
  return holdOn(lock);
}

/** The folder for this process alone; undefined while a server runs on it. */
export function takeDataFolder(folder: string): Hold | undefined {
  const lock = openLock(folder);
  try {
    lock.exec("begin exclusive");
    return holdOn(lock);
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

function openLock(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new DatabaseSync(join(folder, "in-use.lock"), { timeout: 0 });
}

const busy = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  "errcode" in error &&
  typeof error.errcode === "number" &&
  (error.errcode & 0xff) === busy;
