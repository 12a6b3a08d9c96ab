import { expect, test } from "vitest";
import { createServer } from "#server/server.ts";
import { issueCodes } from "#server/sign-in/codes.ts";
import { signIn, signInByCode } from "#server/sign-in/signing-in.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/storage.ts";
import { aSchool, orThrow, person, withPeople } from "#tests/support/server.ts";
import { createMemoryJournal, entryToLine, inOrder, readLines, type JournalEntry } from "./journal.ts";
import { replayJournal } from "./replay.ts";

/** A storage that ends the next write for the sake of another, which goes first, and then tries it again. */
function yielding(storage: Storage) {
  let other: (() => Promise<unknown>) | undefined;
  const write: Storage["write"] = async (work) => {
    const goesFirst = other;
    other = undefined;
    if (!goesFirst) return storage.write(work);
    const ended = storage.write(async (t) => {
      await work(t);
      throw new Error("ended for the sake of another");
    });
    await expect(ended).rejects.toThrow("ended for the sake of another");
    await goesFirst();
    return storage.write(work);
  };
  return { storage: { ...storage, write }, yieldTo: (first: () => Promise<unknown>) => void (other = first) };
}

test("[S13] what was taken away by a write that was tried again and then took away nothing stays as it is", async () => {
  const journal = createMemoryJournal();
  const { storage, yieldTo } = yielding(await openSqlite());
  const server = await createServer({ storage, journal });
  const { site } = server;
  await withPeople(server, aSchool);
  const [issued] = await site.storage.write(async (t) => {
    await t.accounts.putUsers([{ person: person("ann"), userName: "ann" }]);
    return issueCodes(t, site.surroundings, { people: [person("ann")], by: "server" });
  });
  const come = (password: string) =>
    signInByCode(site, { code: issued?.code ?? "", password, deviceName: password });
  const first = () => come("words of the first");
  yieldTo(async () => orThrow(await first()));
  expect(await come("words of the second")).toMatchObject({ problem: { code: "code-used" } });

  await replayJournal(storage, site.surroundings, await journal.entries());
  const tries = ["words of the second", "words of the first"].map((password) =>
    signIn(site, { userName: "ann", password, deviceName: "phone" }),
  );
  expect((await Promise.all(tries)).map(({ ok }) => ok)).toEqual([false, true]);
  await server.close();
});

test("[S13] the last line of an entry counts, though the clock was set back between its lines", () => {
  const made: JournalEntry = { id: "a", at: 9, changes: [{ sessionsEnded: ["of a"] }] };
  const [withdrawn, between]: JournalEntry[] = [
    { id: "a", at: 3 },
    { id: "b", at: 5, changes: [] },
  ];
  const lines = [made, withdrawn, between].flatMap((one) => (one ? entryToLine(one) : []));
  expect(inOrder(readLines(lines.join("")).entries)).toEqual([between, made, withdrawn]);
});
