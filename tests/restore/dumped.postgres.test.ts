import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, onTestFinished, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import { openJournal } from "#server/journal/journal-file.ts";
import { createServer } from "#server/server.ts";
import { openPostgres } from "#server/storage/postgres.ts";
import { connected, onDatabase } from "#tests/support/postgres/postgres.ts";
import { aRecord, aSchool, person, withPeople } from "#tests/support/server.ts";
import { aHolder, inject as to, round, write } from "./device.ts";

// Backup and restore of PostgreSQL as OPERATING.md tells it, its own lines run by a shell.

const run = promisify(execFile);
const server = inject("postgres");
const [toolVersion, serverVersion] = [await versionOfTool(), await versionOfServer()];
/** From this version on `pg_restore` begins by lifting a limit on transactions that no server before knows. */
const timeLimited = 17;
const whyNot =
  serverVersion === undefined
    ? " (left out: no PostgreSQL here)"
    : toolVersion === undefined
      ? " (left out: no pg_dump here)"
      : toolVersion < serverVersion
        ? ` (left out: pg_dump ${toolVersion} does not read a PostgreSQL ${serverVersion})`
        : toolVersion >= timeLimited && serverVersion < timeLimited
          ? ` (left out: pg_restore ${toolVersion} does not write to a PostgreSQL ${serverVersion})`
          : "";

async function versionOfTool(): Promise<number | undefined> {
  try {
    const { stdout } = await run("pg_dump", ["--version"]);
    return Number(/ (\d+)/.exec(stdout)?.[1]);
  } catch {
    return undefined;
  }
}

async function versionOfServer(): Promise<number | undefined> {
  if (server === undefined) return undefined;
  const client = await connected(server);
  const { rows } = await client.query<{ server_version_num: string }>("show server_version_num");
  await client.end();
  return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
}

/** The lines of the guide that begin with these words. */
const guideLines = (...tools: readonly string[]): readonly string[] =>
  readFileSync("sync-server/OPERATING.md", "utf8")
    .split("\n")
    .filter((line) => tools.some((tool) => line.startsWith(`    ${tool} `)));

const ann = person("ann");
const entry = (words: string) =>
  aRecord("log-entry", { learner: learnerOfPerson(ann), by: ann }, (draft) => draft.type("did", words));

/** A user and a database of theirs under one name, as the guide has them, and the guide's lines run on it. */
async function aPlace() {
  const folder = mkdtempSync(join(tmpdir(), "waymark-dumped-"));
  const name = `waymark_${folder.slice(-6).toLowerCase()}`;
  const admin = server ?? "";
  await onDatabase(
    admin,
    `create role ${name} login password 'words'`,
    `create database ${name} owner ${name}`,
  );
  onTestFinished(async () => {
    rmSync(folder, { recursive: true });
    await onDatabase(
      admin,
      ...[name, `${name}_before`].map((each) => `drop database if exists ${each} with (force)`),
      `drop role ${name}`,
    );
  });
  const address = new URL(admin);
  [address.username, address.password, address.pathname] = [name, "words", `/${name}`];
  const url = address.href;
  const environment = {
    ...process.env,
    ADMIN_URL: admin,
    DATABASE_URL: url,
    DATA_DIR: folder,
    JOURNAL_DIR: join(folder, "journal"),
  };
  return {
    url,
    journalFolder: environment.JOURNAL_DIR,
    sh: (line: string) => {
      const here = line
        .replaceAll(/\/backups\/.*\.dump/g, join(folder, "copy.dump"))
        .replaceAll(/(database|to|owner) waymark/g, `$1 ${name}`);
      return run("sh", ["-c", here], { env: environment });
    },
    restore: () => run(process.execPath, ["sync-server/backup/main.ts", "restore"], { env: environment }),
  };
}

test.skipIf(whyNot !== "")(
  `[S11] [S13] dumped, put back and restored by the guide's own lines: nothing a device holds is lost, nobody is let in again${whyNot}`,
  { timeout: 60_000 },
  async () => {
    const [dump, ...restore] = guideLines("pg_dump", "psql", "pg_restore");
    expect(restore).toHaveLength(2);
    const { url, journalFolder, ...place } = await aPlace();
    const journal = await openJournal(journalFolder, "one");
    const serve = async () =>
      createServer({ storage: await openPostgres({ url }), journal, limits: { sync: 100_000 } });

    const first = await serve();
    await withPeople(first, aSchool);
    const phone = await aHolder(first, { name: "phone-of-ann", person: ann });
    const lost = await aHolder(first, { name: "lost-phone", person: ann });
    await write(phone, entry("Written before"));
    expect((await round(phone, to(first))).allSent).toBe(true);
    await place.sh(dump ?? "");
    await write(phone, entry("Written after"));
    expect((await round(phone, to(first))).allSent).toBe(true);
    await first.site.storage.write(({ accounts }) => accounts.endSessions({ device: "lost-phone" }));
    await first.close();

    for (const line of restore) await place.sh(line);
    const { stdout } = await place.restore();
    expect(stdout).toContain("Taken away again, from the journal: 1.");
    const second = await serve();
    expect((await round(lost, to(second))).problem?.code).toBe("signed-out");
    expect((await round(phone, to(second))).allSent).toBe(true);
    const ids = [...phone.disk.rows.keys()].filter((id) => id.startsWith("log-entry_"));
    expect(ids).toHaveLength(2);
    expect(await second.site.storage.read((t) => t.records.byIds(ids))).toHaveLength(2);
    await second.close();
    await journal.close();
  },
);
