/** Whether a file is a whole database of this program, and one that this program can open. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { newestVersion } from "#server/storage/migrations/migrate.ts";

/** What is wrong with a file, in plain words; undefined when nothing is. The file is only read. */
export function wrongWith(file: string): string | undefined {
  if (!existsSync(file)) return `There is no file ${file}.`;
  try {
    const copy = new DatabaseSync(file, { readOnly: true });
    try {
      return wrongIn(copy, file);
    } finally {
      copy.close();
    }
  } catch {
    return `${file} is no database, or is damaged.`;
  }
}

function wrongIn(copy: DatabaseSync, file: string): string | undefined {
  const { integrity_check: whole } = copy.prepare("pragma integrity_check(1)").get() ?? {};
  if (whole !== "ok") return `${file} is damaged.`;
  const hasVersions = copy
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'versions'")
    .get();
  if (!hasVersions) return `${file} is not a backup of Waymark.`;
  const version = Number(copy.prepare("select max(version) as version from versions").get()?.["version"]);
  return version > newestVersion
    ? `${file} was written by a newer Waymark. Restore it with that one.`
    : undefined;
}
