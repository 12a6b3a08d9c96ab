import { afterEach, beforeEach, expect, test } from "vitest";
import { createMemoryJournal } from "#server/journal/journal.ts";
import { createServer } from "#server/server.ts";
import { codeMs, issueCodes } from "#server/sign-in/codes.ts";
import { createSession, sessionMs } from "#server/sign-in/sessions.ts";
import { StorageFailure, type Storage } from "#server/storage/storage.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import {
  aDevice,
  aRecord,
  aSchoolServer,
  learner,
  orThrow,
  person,
  type TestServer,
} from "#tests/support/server.ts";
import { everyMs, graceMs, tidy } from "./housekeeping.ts";

const ann = person("ann");
const journal = createMemoryJournal();
let server: TestServer;
beforeEach(async () => {
  server = await aSchoolServer({ journal });
});
afterEach(() => server.close());

/** What is due now is deleted a day later: the day's first look only notes what the clock says. */
const tidyTwice = async () => {
  await tidy(server.site);
  server.later(everyMs);
  await tidy(server.site);
};
const handOver = async () => {
  const phone = await aDevice(server, ann);
  const record = aRecord("log-entry", { by: ann, learner: learner("ann") }, () => undefined);
  orThrow(await phone.ask("tray", ["tray", "trayed"], { records: [record] as never }));
};
const inTray = async () => (await server.storage.read(({ facts }) => facts.tray([learner("ann")]))).length;

const codeFor = async (who = ann) => {
  const { storage, surroundings } = server.site;
  const [issued] = await storage.write((t) => issueCodes(t, surroundings, { people: [who], by: "server" }));
  return issued?.code ?? "";
};
const unusedCodes = async () =>
  (await server.storage.read(({ accounts }) => accounts.unusedCodes([ann]))).length;
const session = async () => (await createSession(server.site, ann)).session.tokenHash;
const stands = async (tokenHash: string) =>
  (await server.storage.read(({ accounts }) => accounts.session(tokenHash))) !== undefined;
const lines = async () => (await journal.entries()).length;

test("sessions and codes are deleted a month after they expired, not before, and the journal hears nothing of it", async () => {
  const token = await session();
  await codeFor();
  const written = await lines();
  server.later(sessionMs + graceMs);
  const younger = await session();
  await tidyTwice();
  expect([await stands(token), await stands(younger), await unusedCodes()]).toEqual([true, true, 0]);
  await tidyTwice();
  expect([await stands(token), await stands(younger)]).toEqual([false, true]);
  expect(await lines()).toBe(written);
});

test("[S13] a code that was used and then deleted is not good again in a backup from before it was used", async () => {
  const code = await codeFor();
  const backup = await server.storage.read(({ accounts }) => accounts.unusedCodes([ann]));
  await server.storage.write(({ accounts }) => accounts.putUsers([{ person: ann, userName: "ann" }]));
  const payload = { code, password: "map and boots", deviceName: "phone" };
  const signIn = async (on: Pick<TestServer, "app">) =>
    (await on.app.inject({ method: "POST", url: "/api/session/code", payload })).json<unknown>();
  expect(await signIn(server)).toMatchObject({ person: ann });
  server.later(codeMs + graceMs + 1);
  await tidyTwice();
  expect(await signIn(server)).toMatchObject({ problem: { code: "wrong-code" } });

  // A copy of the database from before, on a machine whose clock is back where it was.
  const copy = await openSqlite();
  const key = await server.storage.read(({ meta }) => meta.get("key"));
  await copy.write(async ({ meta, accounts }) => {
    await meta.put("key", key ?? "");
    await accounts.putUsers([{ person: ann, userName: "ann" }]);
    await accounts.putCodes(backup);
  });
  const restored = await createServer({ storage: copy, journal, clock: () => backup[0]?.issuedAt ?? 0 });
  expect(await signIn(restored)).toMatchObject({ problem: { code: "code-used" } });
  await restored.close();
});

test("it is done once a day, by one of several servers, at the start or later, and after a clock was set back", async () => {
  const others = await createServer({
    storage: { ...server.storage, close: async () => undefined },
    clock: server.now,
  });
  const doneAt = () => server.storage.read(({ meta }) => meta.get("housekeeping-at"));
  const start = await doneAt();
  expect(start).toBe(String(server.now()));
  server.later(everyMs - 1);
  await tidy(server.site);
  expect(await doneAt()).toBe(start);
  server.later(1);
  await Promise.all([tidy(server.site), tidy(others.site), tidy(server.site)]);
  expect(await doneAt()).toBe(String(server.now()));
  server.later(-2 * everyMs);
  await tidy(others.site);
  expect(await doneAt()).toBe(String(server.now()));
  await others.close();
});

test("a list that nobody confirmed is forgotten after its day, with the names in it", async () => {
  const { cookie } = await aDevice(server, person("coordinator"));
  const payload = Buffer.from("name,role\nMorwenna Trevithick,learner\n");
  const headers = { cookie, "content-type": "text/csv" };
  const preview = await server.app.inject({ method: "POST", url: "/api/roster/preview", headers, payload });
  expect(preview.statusCode).toBe(200);
  const kept = () => server.storage.read(({ meta }) => meta.names("roster-preview "));
  server.later(everyMs - 1);
  await tidy(server.site);
  expect(await kept()).toHaveLength(1);
  server.later(everyMs);
  await tidy(server.site);
  expect(await kept()).toEqual([]);
});

test("[S17] what was handed over stays ninety days, though nobody hands over anything after it", async () => {
  await handOver();
  server.later(89 * everyMs);
  await tidyTwice();
  expect(await inTray()).toBe(1);
  server.later(everyMs);
  await tidyTwice();
  expect(await inTray()).toBe(0);
});

test("[S17] a clock that is years ahead for less than a day deletes nothing, nor does what is handed over meanwhile", async () => {
  const token = await session();
  await handOver();
  await codeFor();
  server.later(5 * 365 * everyMs);
  await tidy(server.site);
  await handOver();
  server.later(-5 * 365 * everyMs);
  await tidyTwice();
  expect([await stands(token), await unusedCodes(), await inTray()]).toEqual([true, 1, 2]);
});

test("a server whose disk is full starts all the same, and tidies up later", async () => {
  const storage = await openSqlite();
  const ourselves = { ...storage, close: async () => undefined };
  await (await createServer({ storage: ourselves, clock: () => 0 })).close();
  const put = async (): Promise<never> => {
    throw new StorageFailure("storage-full", undefined);
  };
  const write: Storage["write"] = (work) => storage.write((t) => work({ ...t, meta: { ...t.meta, put } }));
  const full = await createServer({ storage: { ...ourselves, write }, clock: () => everyMs });
  expect((await full.app.inject({ url: "/api/setup" })).statusCode).toBe(200);
  await full.close();
  await tidy({ storage, surroundings: { ...server.site.surroundings, clock: () => everyMs } });
  expect(await storage.read(({ meta }) => meta.get("housekeeping-at"))).toBe(String(everyMs));
  await storage.close();
});
