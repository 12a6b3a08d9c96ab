/** Where the nodes keep everything, as the nemesis sees it from outside: to read, copy, set back and disturb. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/storage.ts";

/** A database that servers run on. */
export interface Database {
  /** How many nodes run on it. */
  readonly nodes: number;
  /** What tells a node where it is. */
  environmentOf(node: number): Readonly<Record<string, string>>;
  /** Does something in it over a connection of its own. */
  use<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  /** Copies there are to go back to. */
  readonly copies: number;
  /** Whether every node has to be down while a copy is made. */
  readonly copiesAtRest: boolean;
  copy(): Promise<void>;
  /** Puts a copy in its place, by its number from 0; no node runs. */
  goBackTo(which: number): Promise<void>;
  /** The size from which on its files are not let grow; undefined where that cannot be asked. */
  fileSizeBytes(): number | undefined;
  /** Loses connections, or the whole database for a moment; what happened, or undefined where nothing can. */
  disturb(how: "connections" | "restart"): Promise<boolean>;
  /** Where everything lies, for a look. */
  readonly place: string;
  close(isKept: boolean): Promise<void>;
}

/** A file in a new folder. */
export function createSqliteDatabase(): Database {
  const place = mkdtempSync(join(tmpdir(), "waymark-nemesis-"));
  const folder = join(place, "data");
  mkdirSync(folder);
  const file = join(folder, "waymark.db");
  const copies: string[] = [];
  const use = async <T>(work: (storage: Storage) => Promise<T>): Promise<T> => {
    const storage = await openSqlite({ file });
    try {
      return await work(storage);
    } finally {
      await storage.close();
    }
  };
  return {
    nodes: 1,
    environmentOf: () => ({ DATA_DIR: folder }),
    use,
    get copies() {
      return copies.length;
    },
    copiesAtRest: false,
    copy: async () => {
      const copy = join(place, `copy${copies.length}.db`);
      const storage = await openSqlite({ file });
      await storage.copyTo(copy);
      await storage.close();
      copies.push(copy);
    },
    goBackTo: async (which) => {
      const copy = copies[which];
      if (copy === undefined) return;
      for (const ending of ["", "-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
      cpSync(copy, file);
    },
    fileSizeBytes: () =>
      Math.max(...[file, `${file}-wal`].map((each) => (existsSync(each) ? statSync(each).size : 0))),
    disturb: async () => false,
    place,
    close: async (isKept) => {
      if (!isKept) rmSync(place, { recursive: true, force: true });
    },
  };
}
