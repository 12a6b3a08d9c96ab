/** Where the nodes keep everything, as the nemesis sees it from outside: to read, copy, set back and disturb. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/storage.ts";
import type { Chance } from "#tests/sync/world/chance.ts";
import { giveCommand } from "./commands.ts";
import { watchLog } from "./power-cut.ts";

/** An older copy's way back. */
export interface GoingBack {
  /** Its number, from 0. */
  readonly which: number;
  /** By the product's own command, as an operator should; otherwise it just lies there one morning. */
  readonly isAnnounced: boolean;
  /** How wrong clocks are, in milliseconds. */
  readonly shiftMs: number;
}

/** What can happen to a database that is a server of its own. */
export type Disturbance = "connections" | "restart" | "kill";

/** All that runs on a database, when the power fails. */
export interface Lights {
  /** Every node is gone, at once. */
  out(): Promise<void>;
  /** What they had answered has arrived: it may still have been on its way, and counts. */
  quiet(): Promise<void>;
}

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
  /** Makes one: by the product's own command, or as that command does it. */
  copy(isByCommand: boolean): Promise<void>;
  /** Puts a copy in its place; no node runs. */
  goBack(to: GoingBack): Promise<void>;
  /** How large its largest file is, in bytes; undefined where nodes have no files of it. */
  fileSizeBytes(): number | undefined;
  /** Loses connections, or the whole database for a moment, stopped or killed; false where it cannot. */
  disturb(how: Disturbance): Promise<boolean>;
  /** Something was answered: what it speaks of is on the disk. */
  noteAnswered(): void;
  /** The power fails: what nobody was answered about is torn. The bytes that may be gone; undefined where nothing was, or nobody can say. */
  cutPower(chance: Chance, lights: Lights): Promise<number | undefined>;
  /** Where everything lies, for a look. */
  readonly place: string;
  close(isKept: boolean): Promise<void>;
}

/** Memory that looks like a disk, where the system has it: a killed process loses nothing there, and rounds are faster. */
const fastFolder = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A new folder for everything of one world. */
export const newPlace = (): string => mkdtempSync(join(fastFolder, "waymark-nemesis-"));

/** A file in a new folder. */
export function createSqliteDatabase(): Database {
  const place = newPlace();
  const folder = join(place, "data");
  mkdirSync(folder);
  const file = join(folder, "waymark.db");
  const environment = { DATA_DIR: folder };
  const copyOf = (which: number) => join(place, `copy${which}.db`);
  const log = watchLog(file);
  const looking = new Set<Promise<unknown>>();
  let copies = 0;
  return {
    nodes: 1,
    environmentOf: () => environment,
    use: (work) => {
      const look = using(() => openSqlite({ file }), work).finally(() => looking.delete(look));
      looking.add(look);
      return look;
    },
    get copies() {
      return copies;
    },
    copiesAtRest: false,
    copy: async (isByCommand) => {
      const copy = copyOf(copies);
      if (isByCommand) await giveCommand(["backup", copy], { environment, shiftMs: 0 });
      else await copyFile(file, copy);
      copies += 1;
    },
    goBack: async ({ which, isAnnounced, shiftMs }) => {
      if (isAnnounced) return giveCommand(["restore", copyOf(which)], { environment, shiftMs });
      for (const ending of ["", "-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
      cpSync(copyOf(which), file);
    },
    fileSizeBytes: () =>
      Math.max(...[file, `${file}-wal`].map((each) => (existsSync(each) ? statSync(each).size : 0))),
    disturb: async () => false,
    noteAnswered: () => log.noteAnswered(),
    cutPower: async (chance, lights) => {
      await lights.out();
      await lights.quiet();
      // Whoever looks from outside holds the log, too, and would go on with it as it was.
      await Promise.allSettled(looking);
      return log.cutPower(chance);
    },
    place,
    close: async (isKept) => {
      if (!isKept) rmSync(place, { recursive: true, force: true });
    },
  };
}

async function copyFile(file: string, copy: string): Promise<void> {
  const storage = await openSqlite({ file });
  await storage.copyTo(copy);
  await storage.close();
}

/** Does something in a storage that is open only for it. */
export async function using<T>(
  open: () => Promise<Storage>,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const storage = await open();
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
