import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import { issueCodes } from "#server/sign-in/codes.ts";
import { changePassword, signIn, signInByCode } from "#server/sign-in/signing-in.ts";
import type { Storage } from "#server/storage/storage.ts";
import {
  aDevice,
  aRecord,
  aSchool,
  aSchoolServer,
  aServer,
  orThrow,
  person,
  withPeople,
} from "#tests/support/server.ts";
import { openJournal, readJournals } from "./journal-file.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import { replayJournal } from "./replay.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-journal-"));
});
afterEach(() => rm(folder, { recursive: true }));

const entry = (id: string, at = 1): JournalEntry => ({ id, at, changes: [{ sessionsEnded: [`of ${id}`] }] });

test("[S13] a journal is read as it was written, from all its files, oldest first", async () => {
  const [one, two] = [await openJournal(folder, "one"), await openJournal(folder, "two")];
  await one.append(entry("b", 2));
  await two.append(entry("a", 1));
  await one.append(entry("c", 3));
  expect(await readJournals(folder)).toEqual({
    entries: [entry("a", 1), entry("b", 2), entry("c", 3)],
    unreadable: 0,
  });
  expect((await stat(join(folder, "one.jsonl"))).mode & 0o077).toBe(0);
  await one.close();
  await two.close();
});

test("[S13] a torn last line is left out, and what is written after it is read", async () => {
  const first = await openJournal(folder, "one");
  await first.append(entry("a"));
  await first.append(entry("b"));
  await first.close();
  const file = join(folder, "one.jsonl");
  const whole = await readFile(file, "utf8");
  await writeFile(file, whole.slice(0, -20));
  const again = await openJournal(folder, "one");
  await again.append(entry("c"));
  expect(await readJournals(folder)).toEqual({ entries: [entry("a"), entry("c")], unreadable: 1 });
  await again.close();
});

test("[S13] a line that was changed is not believed", async () => {
  const journal = await openJournal(folder, "one");
  await journal.append(entry("a"));
  await journal.close();
  const file = join(folder, "one.jsonl");
  await writeFile(file, (await readFile(file, "utf8")).replace("of a", "of b"));
  await appendFile(file, '{"id":"x","at":1,"changes":[],"sum":"0"}\n[]\n7\n');
  expect(await readJournals(folder)).toEqual({ entries: [], unreadable: 4 });
});

/** A school whose people have accounts, a copy of it, and what was taken away since, in a journal. */
async function schoolWithPast(journal: Journal) {
  const server = await aSchoolServer({ file: join(folder, "a.db"), journal });
  const { site } = server;
  const codes = await site.storage.write(async (t) => {
    await t.accounts.putUsers(
      ["ann", "tess", "bob"].map((name) => ({ person: person(name), userName: name })),
    );
    return issueCodes(t, site.surroundings, { people: [person("ann"), person("tess")], by: "server" });
  });
  const [annsCode = "", tessCode = ""] = codes.map(({ code }) => code);
  const first = orThrow(
    await signInByCode(site, {
      code: annsCode,
      password: "first words",
      deviceName: "phone",
      device: "anns-phone",
    }),
  );
  const lost = await aDevice(server, person("bob"), "lost-phone");
  const past = join(folder, "past.db");
  await server.storage.copyTo(past);
  return { server, site, tessCode, first, lost, past };
}

/** The server on the copy, with its journal. */
const setBack = (past: string, journal: Journal) => aServer({ file: past, journal });

test("[S13] what was taken away stays taken away when an older copy is put in place", async () => {
  const journal = await openJournal(folder, "one");
  const { server, site, tessCode, first, lost, past } = await schoolWithPast(journal);
  orThrow(await changePassword(site, first.session, { current: "first words", next: "second words" }));
  orThrow(await signInByCode(site, { code: tessCode, password: "words of tess", deviceName: "tablet" }));
  const { cookie } = await aDevice(server, person("coordinator"));
  const cut = await server.app.inject({
    method: "DELETE",
    url: `/api/devices/${lost.id}`,
    headers: { cookie },
  });
  expect(cut.statusCode).toBe(200);
  const text = await readFile(join(folder, "one.jsonl"), "utf8");
  for (const secret of ["first words", "second words", tessCode, "tablet"])
    expect(text).not.toContain(secret);
  await server.close();

  const again = await setBack(past, journal);
  const asks = async (cookieText: string) =>
    (await again.app.inject({ url: "/api/session", headers: { cookie: cookieText } })).statusCode;
  expect(await asks(lost.cookie)).toBe(401);
  const wrong = await signIn(again.site, { userName: "ann", password: "first words", deviceName: "phone" });
  expect(wrong).toMatchObject({ ok: false, problem: { code: "wrong-password" } });
  expect(
    (await signIn(again.site, { userName: "ann", password: "second words", deviceName: "phone" })).ok,
  ).toBe(true);
  const spent = await signInByCode(again.site, { code: tessCode, password: "other words", deviceName: "x" });
  expect(spent).toMatchObject({ problem: { code: "code-used" } });
  const { device } = orThrow(
    await signIn(again.site, {
      userName: "tess",
      password: "words of tess",
      deviceName: "x",
      device: "lost-phone",
    }),
  ).session;
  expect(device).not.toBe("lost-phone");
  await again.close();
  await journal.close();
});

test("[S13] an end of access and a narrower choice hold again, and the same record stands as before", async () => {
  const journal = await openJournal(folder, "one");
  const { server, past } = await schoolWithPast(journal);
  const learner = learnerOfPerson(person("ann"));
  const phone = await aDevice(server, person("ann"));
  const entryOfAnn = aRecord("log-entry", { learner, by: person("ann") }, (draft) =>
    draft.type("did", "Mine"),
  );
  const only = aRecord("sharing-choice", { learner, by: person("ann") }, (draft) => {
    draft.set("entry", entryOfAnn.envelope.id as never);
    draft.set("sharedWith", "only-me");
    draft.set("replaces", []);
  });
  const [membership] = await server.storage
    .read((t) => t.memberships.standing({ people: [person("tess")], learners: [] }))
    .then((rows) => rows.filter((row) => row.learner === learner));
  const end = aRecord("membership-ended", { learner, by: person("coordinator") }, (draft) =>
    draft.set("membership", membership?.id),
  );
  await phone.push(entryOfAnn, only);
  await (await aDevice(server, person("coordinator"))).push(end);
  expect(await readFile(join(folder, "one.jsonl"), "utf8")).not.toContain("Mine");
  const idsOf = async (storage: Storage) =>
    (await storage.read((t) => t.records.byIds([only.envelope.id, end.envelope.id]))).map(
      ({ id, hash, stamps }) => ({
        id,
        hash,
        stamps,
      }),
    );
  const before = await idsOf(server.storage);
  await server.close();

  const again = await setBack(past, journal);
  expect(await idsOf(again.storage)).toEqual(before);
  const tablet = await aDevice(again, person("tess"));
  expect((await tablet.pull()).records.map(({ envelope }) => envelope.id)).not.toContain(learner);
  await again.close();
  const twice = await setBack(past, journal);
  expect(await idsOf(twice.storage)).toEqual(before);
  await twice.close();
  await journal.close();
});

test("[S13] what the journal says once is done once, so that a later password stays", async () => {
  const journal = await openJournal(folder, "one");
  const { server, site, first } = await schoolWithPast(journal);
  orThrow(await changePassword(site, first.session, { current: "first words", next: "second words" }));
  orThrow(await changePassword(site, first.session, { current: "second words", next: "third words" }));
  await server.close();
  const lines = (await readFile(join(folder, "one.jsonl"), "utf8")).trimEnd().split("\n");
  await writeFile(join(folder, "one.jsonl"), `${lines.slice(0, -1).join("\n")}\n`);
  const again = await aServer({ file: join(folder, "a.db"), journal });
  expect(
    (await signIn(again.site, { userName: "ann", password: "third words", deviceName: "phone" })).ok,
  ).toBe(true);
  await again.close();
  await journal.close();
});

test("[S13] a change that the journal cannot take is refused, and one that the database refuses is withdrawn", async () => {
  const kept: JournalEntry[] = [];
  let isFull = true;
  const journal: Journal = {
    append: async (one) => {
      if (isFull) throw new Error("full");
      kept.push(one);
    },
    entries: async () => kept,
  };
  const server = await aSchoolServer({ journal });
  await aDevice(server, person("bob"), "bobs-phone");
  const end = () => server.site.storage.write((t) => t.accounts.endSessions({ people: [person("bob")] }));
  await expect(end()).rejects.toThrow("full");
  isFull = false;
  expect(await end()).toHaveLength(1);
  const failing = server.site.storage.write(async (t) => {
    await t.accounts.putDevice({
      id: "x",
      person: person("bob"),
      name: "",
      addedAt: 1,
      lastSeenAt: 1,
      revokedAt: 1,
    });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(kept).toHaveLength(1);
  await server.close();
});

test("[S13] a server that is set back while it runs takes away again as soon as a device shows it", async () => {
  const kept: JournalEntry[] = [];
  let isKnown = true;
  const journal: Journal = {
    append: async (one) => void kept.push(one),
    entries: async () => (isKnown ? kept : []),
  };
  const { server, past } = await schoolWithPast(journal);
  const phone = await aDevice(server, person("ann"));
  phone.epoch = (await phone.pull()).epoch;
  await server.site.storage.write((t) => t.accounts.endSessions({ device: "lost-phone" }));
  const entryOfAnn = aRecord(
    "log-entry",
    { learner: learnerOfPerson(person("ann")), by: person("ann") },
    (draft) => draft.type("did", "Since the copy"),
  );
  const pushed = await phone.ask("push", ["push", "pushed"], { records: [{ ...entryOfAnn, rev: 1 }] });
  const { highest } = orThrow(pushed);
  await server.close();

  isKnown = false;
  const again = await setBack(past, journal);
  isKnown = true;
  const sessions = () => again.site.storage.write((t) => t.accounts.endSessions({ device: "lost-phone" }));
  const back = await aDevice(again, person("ann"), "anns-phone");
  back.epoch = phone.epoch;
  const asked = await back.ask("pull", ["pull", "pulled"], {
    positions: {},
    opened: [],
    ...(highest && { highest }),
  });
  expect(asked).toMatchObject({ problem: { code: "epoch-changed" } });
  expect(await sessions()).toEqual([]);
  await again.close();
});

test("[S13] what another installation wrote into the same folder changes nothing here", async () => {
  const journal = await openJournal(folder, "one");
  const [mine, theirs] = [await aServer({ journal }), await aServer({ journal })];
  for (const server of [mine, theirs]) await withPeople(server, aSchool);
  await aDevice(mine, person("bob"), "bobs-phone");
  await mine.site.storage.write(async (t) => {
    await t.accounts.putUsers([{ person: person("bob"), userName: "bob" }]);
    await t.accounts.putUsers([{ person: person("bob"), userName: "bob", leftAt: 5 }]);
  });
  await theirs.storage.write((t) => t.accounts.putUsers([{ person: person("bob"), userName: "bob" }]));
  const entries = await journal.entries();
  expect(entries).toHaveLength(1);
  expect(await replayJournal(theirs.storage, { clock: Date.now }, entries)).toEqual({
    replayed: 0,
    known: 0,
  });
  const [bob] = await theirs.storage.read((t) => t.accounts.usersByPerson([person("bob")]));
  expect(bob).toEqual({ person: person("bob"), userName: "bob" });
  for (const server of [mine, theirs]) await server.close();
  await journal.close();
});
