/**
 * Journals in a folder, one file a server. A line is written and synced before `append` resolves; lines go one after
 * the other. A line that was torn when the power went stays where it is, and the next one begins below it.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, open, readdir, readFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { StorageFailure } from "#server/storage/storage.ts";
import { entryToLine, inOrder, readLines, type Journal, type ReadJournal } from "./journal.ts";

const ending = ".jsonl";

/** A journal in a file, open. */
export interface JournalFile extends Journal {
  close(): Promise<void>;
}

/** Opens the journal of the server of this name in a folder, and makes both where necessary. */
export async function openJournal(folder: string, name: string): Promise<JournalFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name.replace(/[^\w.-]/g, "-")}${ending}`);
  const handle = await open(file, "a+", 0o600);
  await syncFolder(folder);
  let last: Promise<unknown> = Promise.resolve();
  return {
    append: (entry) => {
      const appended = last.then(() => appendLine(handle, entryToLine(entry)));
      last = appended.catch(() => undefined);
      return appended;
    },
    entries: async () => (await readJournals(folder)).entries,
    close: async () => {
      await last;
      await handle.close();
    },
  };
}

async function appendLine(handle: FileHandle, line: string): Promise<void> {
  try {
    const { size } = await handle.stat();
    const isWhole = size === 0 || (await lastByte(handle, size)) === "\n";
    await handle.appendFile(isWhole ? line : `\n${line}`);
    await handle.sync();
  } catch (error) {
    const isFull = error instanceof Error && "code" in error && error.code === "ENOSPC";
    throw new StorageFailure(isFull ? "storage-full" : "storage-failed", error);
  }
}

async function lastByte(handle: FileHandle, size: number): Promise<string> {
  const { buffer } = await handle.read({ buffer: Buffer.alloc(1), position: size - 1 });
  return buffer.toString("latin1");
}

/** A new file is only there after a power cut when its folder was synced. Some systems have no such thing to sync. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}

/** Whether a folder holds a journal, though it may say nothing yet. */
export const hasJournal = (folder: string): boolean =>
  existsSync(folder) &&
  statSync(folder).isDirectory() &&
  readdirSync(folder).some((name) => name.endsWith(ending));

/** Everything that the journals in a folder say, oldest first; nothing when there is no such folder. */
export async function readJournals(...folders: readonly string[]): Promise<ReadJournal> {
  const read: ReadJournal[] = [];
  for (const folder of folders)
    for (const file of (await filesIn(folder)).filter((name) => name.endsWith(ending)))
      read.push(readLines(await readFile(join(folder, file), "utf8")));
  return {
    entries: inOrder(read.flatMap(({ entries }) => entries)),
    unreadable: read.reduce((sum, { unreadable }) => sum + unreadable, 0),
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
