import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJournal } from "#server/journal/journal-file.ts";
import type { Places } from "#server/start/places.ts";
import { openSqlite, type SqliteStorage } from "#server/storage/sqlite.ts";
import { realSurroundings } from "#server/surroundings.ts";
import { beginEpoch, epochOf } from "#server/sync/epoch.ts";
import { backUp } from "./back-up.ts";
import { holdDataFolder } from "./data-folder-lock.ts";
import { restoreFile, restoreInPlace, stopWaiting } from "./restore.ts";

let folder: string;
let places: Places;
let storage: SqliteStorage;
let backup: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-backup-"));
  const databaseFile = join(folder, "waymark.db");
  places = {
    dataFolder: folder,
    databaseFile,
    databaseUrl: undefined,
    journalFolder: join(folder, "journal"),
  };
  storage = await openSqlite({ file: databaseFile });
  await beginEpoch(storage, realSurroundings);
  await storage.write(({ meta }) => meta.put("word", "before"));
  backup = join(folder, "copy.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const wrong = (words: string): unknown => ({ wrong: expect.stringContaining(words) as unknown });

const wordIn = async (file: string): Promise<string | undefined> => {
  const copy = await openSqlite({ file });
  const word = await copy.read(({ meta }) => meta.get("word"));
  await copy.close();
  return word;
};
const restore = (file = backup, journals: readonly string[] = []) =>
  restoreFile(file, { places, surroundings: realSurroundings, journals });

test("a backup made in the middle of writing is one whole moment, and nobody waits for it", async () => {
  const writing = Array.from({ length: 50 }, (_, at) =>
    storage.write(async ({ meta }) => {
      await meta.put("left", String(at));
      await meta.put("right", String(at));
    }),
  );
  expect(backUp(places.databaseFile, backup)).toEqual({ sizeBytes: statSync(backup).size });
  await Promise.all(writing);
  const copy = await openSqlite({ file: backup });
  const { left, right } = await copy.read(async ({ meta }) => ({
    left: await meta.get("left"),
    right: await meta.get("right"),
  }));
  expect(left).toBe(right);
  await copy.close();
  await storage.close();
  expect(statSync(backup).mode & 0o077).toBe(0);
});

test("a backup overwrites nothing, says where there is nothing to back up, and leaves nothing half made", async () => {
  await storage.close();
  writeFileSync(backup, "something else");
  expect(backUp(places.databaseFile, backup)).toEqual(wrong("is there already"));
  expect(backUp(join(folder, "elsewhere.db"), join(folder, "b.db"))).toEqual(wrong("no database"));
  expect(backUp(places.databaseFile, join(folder, "no-such-folder", "b.db"))).toEqual(wrong("no folder"));
  expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
});

test("[S11] a restore puts the backup in place, keeps what was there, and begins a new epoch", async () => {
  const epoch = await storage.read(({ meta }) => meta.get("epoch"));
  backUp(places.databaseFile, backup);
  await storage.write(({ meta }) => meta.put("word", "after"));
  await storage.close();
  const done = await restore();
  expect(done).toMatchObject({ replayed: 0, known: 0, unreadable: 0 });
  const before = "before" in done ? (done.before ?? "") : "";
  expect(await wordIn(places.databaseFile)).toBe("before");
  expect(await wordIn(before)).toBe("after");
  const restored = await openSqlite({ file: places.databaseFile });
  const now = await restored.read(({ meta }) => meta.get("epoch"));
  expect(now).not.toBe(epoch);
  await restored.close();
  expect(await wordIn(backup)).toBe("before");
});

test("a restore refuses while a server runs, and a file that is damaged or nothing of ours, and changes nothing", async () => {
  backUp(places.databaseFile, backup);
  await storage.close();
  const hold = holdDataFolder(folder);
  expect(await restore()).toEqual(wrong("Stop it first"));
  hold.release();
  const [damaged, newer, other] = ["damaged.db", "newer.db", "other.db"].map((name) => join(folder, name));
  writeFileSync(damaged ?? "", "SQLite format 3\0 and then something else");
  copyFileSync(backup, newer ?? "");
  const future = new DatabaseSync(newer ?? "");
  future.exec("insert into versions values (1000)");
  future.close();
  const empty = new DatabaseSync(other ?? "");
  empty.exec("create table t (a)");
  empty.close();
  expect(await restore(damaged)).toEqual(wrong("damaged"));
  expect(await restore(newer)).toEqual(wrong("newer Waymark"));
  expect(await restore(other)).toEqual(wrong("not a backup of Waymark"));
  expect(await restore(join(folder, "nothing.db"))).toEqual(wrong("no file"));
  expect(await wordIn(places.databaseFile)).toBe("before");
});

test("a restore works where the database itself is gone or damaged", async () => {
  backUp(places.databaseFile, backup);
  await storage.close();
  for (const name of readdirSync(folder).filter((file) => file.startsWith("waymark.db")))
    rmSync(join(folder, name));
  expect(await restore()).not.toHaveProperty("before");
  expect(await wordIn(places.databaseFile)).toBe("before");
  writeFileSync(places.databaseFile, "nothing that anybody could read");
  expect(await restore()).toHaveProperty("before");
  expect(await wordIn(places.databaseFile)).toBe("before");
});

test("[S13] journals from elsewhere count, and stay known to the next restore", async () => {
  const elsewhere = join(folder, "brought");
  const journal = await openJournal(elsewhere, "other-server");
  await journal.append({ id: "one", at: 5, changes: [{ sessionsEnded: ["a"] }] });
  await journal.close();
  backUp(places.databaseFile, backup);
  await storage.close();
  expect(await restore(backup, [elsewhere])).toMatchObject({ replayed: 1, known: 0 });
  rmSync(elsewhere, { recursive: true });
  expect(await restore()).toMatchObject({ replayed: 1, known: 0 });
  expect(existsSync(places.databaseFile)).toBe(true);
});

test("[S13] a folder that was named for its journal and has none is no restore: what was taken away would be back", async () => {
  backUp(places.databaseFile, backup);
  await storage.write(({ meta }) => meta.put("word", "after"));
  await storage.close();
  const mistyped = join(folder, "jurnal");
  expect(await restore(backup, [mistyped])).toEqual(wrong(`no journal in ${mistyped}`));
  expect(await restore(backup, [folder])).toEqual(wrong("no journal in"));
  expect(await restore(backup, [backup])).toEqual(wrong("no journal in"));
  expect(await wordIn(places.databaseFile)).toBe("after");
  await (await openJournal(join(folder, "quiet"), "one")).close();
  expect(await restore(backup, [join(folder, "quiet")])).toMatchObject({ replayed: 0 });
});

test("a database put back by other means gets its new epoch and its journal in place, as often as it is said", async () => {
  const epoch = await storage.read(({ meta }) => meta.get("epoch"));
  await storage.close();
  const journal = await openJournal(places.journalFolder, "one");
  await journal.append({ id: "one", at: 5, changes: [{ sessionsEnded: ["a"] }] });
  await journal.close();
  const open = () => openSqlite({ file: places.databaseFile });
  const restoring = { places, surroundings: realSurroundings };
  expect(await restoreInPlace(open, restoring)).toMatchObject({ replayed: 1, known: 0 });
  expect(await restoreInPlace(open, restoring)).toMatchObject({ replayed: 0, known: 1 });
  const restored = await open();
  expect(await restored.read(({ meta }) => meta.get("epoch"))).not.toBe(epoch);
  const isWaiting = async () => (await restored.read((t) => epochOf(t, Date.now()))).isRecovering;
  expect(await isWaiting()).toBe(true);
  await stopWaiting(open);
  expect(await isWaiting()).toBe(false);
  await restored.close();
});
