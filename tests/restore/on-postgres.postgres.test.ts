import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import { restoreInPlace } from "#server/backup/restore.ts";
import { openJournal } from "#server/journal/journal-file.ts";
import { createServer } from "#server/server.ts";
import { openPostgres } from "#server/storage/postgres.ts";
import { realSurroundings } from "#server/surroundings.ts";
import { aDatabase, isPostgresHere, onDatabase } from "#tests/support/postgres/postgres.ts";
import { aRecord, aSchool, person, withPeople } from "#tests/support/server.ts";
import { aHolder, inject, round, write } from "./device.ts";

const ann = person("ann");
const entry = (words: string) =>
  aRecord("log-entry", { learner: learnerOfPerson(ann), by: ann }, (draft) => draft.type("did", words));

/** A copy of a database that nobody uses, by PostgreSQL itself. */
async function copyOf(url: string): Promise<string> {
  const [copy, name] = [await aDatabase(), new URL(url).pathname.slice(1)];
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const copyName = new URL(copy).pathname.slice(1);
  await onDatabase(
    maintenance.href,
    `drop database ${copyName}`,
    `create database ${copyName} template ${name}`,
  );
  return copy;
}

test.skipIf(!isPostgresHere)(
  "[S11] [S13] a PostgreSQL database put back to a copy gets everything from the devices, and gives no access back",
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "waymark-postgres-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const journalFolder = join(folder, "journal");
    const journal = await openJournal(journalFolder, "one");
    const url = await aDatabase();
    const serve = async (at: string) =>
      createServer({ storage: await openPostgres({ url: at }), journal, limits: { sync: 100_000 } });

    const first = await serve(url);
    await withPeople(first, aSchool);
    const phone = await aHolder(first, { name: "phone-of-ann", person: ann });
    const lost = await aHolder(first, { name: "lost-phone", person: ann });
    await write(phone, entry("Written before"));
    expect((await round(phone, inject(first))).allSent).toBe(true);
    await first.close();
    const copy = await copyOf(url);

    const second = await serve(url);
    await write(phone, entry("Written after"));
    expect((await round(phone, inject(second))).allSent).toBe(true);
    await second.site.storage.write(({ accounts }) => accounts.endSessions({ device: "lost-phone" }));
    await second.close();

    const places = {
      dataFolder: folder,
      databaseFile: join(folder, "none.db"),
      databaseUrl: copy,
      journalFolder,
    };
    const done = await restoreInPlace(() => openPostgres({ url: copy }), {
      places,
      surroundings: realSurroundings,
    });
    expect(done).toMatchObject({ replayed: 1, known: 0, unreadable: 0 });
    const third = await serve(copy);
    expect((await round(lost, inject(third))).problem?.code).toBe("signed-out");
    expect((await round(phone, inject(third))).allSent).toBe(true);
    const ids = [...phone.disk.rows.keys()].filter((id) => id.startsWith("log-entry_"));
    expect(ids).toHaveLength(2);
    expect(await third.site.storage.read((t) => t.records.byIds(ids))).toHaveLength(2);
    await third.close();
    await journal.close();
  },
);
