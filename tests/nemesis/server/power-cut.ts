/**
 * What a power cut leaves of an SQLite database, as far as one can honestly say from outside: whatever was answered had
 * been synced, so the log is cut or torn only behind where it ended at the last answer, and only while nothing has been
 * moved from it into the database since. A real cut can take no more than that; it may take less.
 */
import { closeSync, existsSync, ftruncateSync, openSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { takeDataFolder } from "#server/backup/data-folder-lock.ts";
import type { Chance } from "#tests/sync/world/chance.ts";

interface Synced {
  readonly logBytes: number;
  /** When the database itself was last written to, which only moving something out of the log does. */
  readonly movedAtNs: bigint;
}

/** Knows where the log ended at the last answer. */
export function watchLog(file: string): {
  noteAnswered(): void;
  cutPower(chance: Chance): Promise<number | undefined>;
} {
  const log = `${file}-wal`;
  let answered: Synced | undefined;
  return {
    noteAnswered: () => {
      answered = stateOf(file, log);
    },
    async cutPower(chance) {
      await gone(dirname(file));
      const now = stateOf(file, log);
      if (!answered || !now || now.movedAtNs !== answered.movedAtNs) return undefined;
      const unsure = now.logBytes - answered.logBytes;
      if (unsure <= 0) return undefined;
      const kept = answered.logBytes + chance.below(unsure);
      const handle = openSync(log, "r+");
      ftruncateSync(handle, kept);
      // A disk may have made room and not written into it.
      if (chance.hits(0.5)) writeSync(handle, new Uint8Array(unsure), 0, unsure, answered.logBytes);
      closeSync(handle);
      return unsure;
    },
  };
}

function stateOf(file: string, log: string): Synced | undefined {
  if (!existsSync(file)) return undefined;
  const logBytes = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  return { logBytes, movedAtNs: statSync(file, { bigint: true }).mtimeNs };
}

/** Resolves when no server has the folder any more: one that was killed takes a moment to be gone. */
async function gone(folder: string): Promise<void> {
  for (;;) {
    const hold = takeDataFolder(folder);
    if (hold) return hold.release();
    await pause(5);
  }
}
