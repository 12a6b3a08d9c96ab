/**
 * Writes a copy of the embedded database while the server works: one moment of it, whole, in one file. The copy has its
 * name only once it has been checked and is on the disk.
 */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { wrongWith } from "./check-copy.ts";

/** What came of it: the size of the copy, or why there is none. */
export type BackedUp = { readonly sizeBytes: number } | { readonly wrong: string };

/** Copies a database to a file that must not exist yet. */
export function backUp(databaseFile: string, to: string): BackedUp {
  if (!existsSync(databaseFile))
    return { wrong: `There is no database at ${databaseFile}. Set DATA_DIR to the server's data folder.` };
  if (existsSync(to)) return { wrong: `${to} is there already. Nothing was overwritten.` };
  if (!existsSync(dirname(to))) return { wrong: `There is no folder ${dirname(to)}.` };
  const unchecked = `${to}.unfinished-${process.pid}`;
  try {
    const database = new DatabaseSync(databaseFile, { timeout: 60_000 });
    try {
      database.prepare("vacuum into ?").run(unchecked);
    } finally {
      database.close();
    }
    const wrong = wrongWith(unchecked);
    if (wrong !== undefined) return { wrong: `The copy is not whole. ${wrong}` };
    chmodSync(unchecked, 0o600);
    sync(unchecked);
    renameSync(unchecked, to);
    sync(dirname(to));
    return { sizeBytes: statSync(to).size };
  } finally {
    rmSync(unchecked, { force: true });
  }
}

/** Brings a file, or the names in a folder, to the disk. */
export function sync(path: string): void {
  if (process.platform === "win32" && statSync(path).isDirectory()) return;
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
