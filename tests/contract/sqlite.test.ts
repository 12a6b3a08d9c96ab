import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { openSqlite } from "#server/storage/sqlite.ts";
import { storageContract } from "./storage.ts";

storageContract("SQLite in memory", () => openSqlite());

const folderOfAll = mkdtempSync(join(tmpdir(), "waymark-"));
afterAll(() => rmSync(folderOfAll, { recursive: true }));
storageContract("SQLite on a disk", () =>
  openSqlite({ file: join(mkdtempSync(join(folderOfAll, "a")), "a.db") }),
);

test("SQLite on a disk has what was written when it is opened again, and in a copy", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-"));
  const [file, copy] = [join(folder, "a.db"), join(folder, "copy.db")];
  const first = await openSqlite({ file });
  await first.write(({ meta }) => meta.put("word", "kept"));
  await first.copyTo(copy);
  await first.write(({ meta }) => meta.put("word", "changed after the copy"));
  await first.close();
  const [again, past] = [await openSqlite({ file }), await openSqlite({ file: copy })];
  expect(await again.read(({ meta }) => meta.get("word"))).toBe("changed after the copy");
  expect(await past.read(({ meta }) => meta.get("word"))).toBe("kept");
  await again.close();
  await past.close();
  rmSync(folder, { recursive: true });
});

test("a storage that is closed lets go of its file and folds what it wrote into it, also when nothing was read from it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-closed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "waymark.db");
  const storage = await openSqlite({ file });
  await storage.write(({ meta }) => meta.put("word", "written"));
  await storage.close();
  expect(readdirSync(folder)).toEqual(["waymark.db"]);
});
