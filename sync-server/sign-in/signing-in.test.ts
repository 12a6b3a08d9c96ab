import { beforeEach, expect, test } from "vitest";
import type { Storage } from "#server/storage/storage.ts";
import type { Site } from "#server/sync/site.ts";
import { aSchoolServer, orThrow, person, type TestServer } from "#tests/support/server.ts";
import { issueCodes } from "./codes.ts";
import { changePassword, signIn, signInByCode } from "./signing-in.ts";

let server: TestServer;
const ann = person("ann");

beforeEach(async () => {
  server = await aSchoolServer();
  await server.site.storage.write((t) => t.accounts.putUsers([{ person: ann, userName: "ann" }]));
});

const codeFor = async (): Promise<string> => {
  const codes = await server.site.storage.write((t) =>
    issueCodes(t, server.site.surroundings, { people: [ann], by: "server" }),
  );
  return codes[0]?.code ?? "";
};

const byCode = async (password: string, device: string) =>
  orThrow(await signInByCode(server.site, { code: await codeFor(), password, device, deviceName: device }))
    .session;

/** The site as somebody sees it whose password takes so long to check that this happens meanwhile. */
function whileChecking(happens: () => Promise<unknown>): Site {
  const { storage } = server.site;
  const read: Storage["read"] = async (work) => {
    const found = await storage.read(work);
    await happens();
    return found;
  };
  return { ...server.site, storage: { ...storage, read } };
}

const leave = () =>
  server.site.storage.write(async ({ accounts }) => {
    const users = await accounts.usersByPerson([ann]);
    await accounts.putUsers(users.map((user) => ({ ...user, leftAt: server.now() })));
    await accounts.endSessions({ people: [ann] });
  });

const account = async () =>
  (await server.site.storage.read(({ accounts }) => accounts.usersByPerson([ann])))[0];

const tryPassword = (password: string, site = server.site) =>
  signIn(site, { userName: "ann", password, deviceName: "phone" });

test("whoever leaves while their password is being checked is not signed in", async () => {
  await byCode("first words", "anns-phone");
  expect(await tryPassword("first words", whileChecking(leave))).toMatchObject({
    problem: { code: "wrong-password" },
  });
});

test("a password that is replaced while it is being checked signs nobody in", async () => {
  await byCode("first words", "anns-phone");
  const replaced = () => byCode("second words", "anns-tablet");
  expect(await tryPassword("first words", whileChecking(replaced))).toMatchObject({
    problem: { code: "wrong-password" },
  });
});

test("whoever leaves while they change their password has left", async () => {
  const session = await byCode("first words", "anns-phone");
  const change = { current: "first words", next: "second words" };
  expect(await changePassword(whileChecking(leave), session, change)).toMatchObject({ ok: false });
  expect(await account()).toHaveProperty("leftAt");
  expect(await tryPassword("second words")).toMatchObject({ ok: false });
});

test("a password set by a new code stays, though a device that it signed out was changing the old one", async () => {
  const session = await byCode("first words", "lost-phone");
  const reset = () => byCode("second words", "anns-tablet");
  const change = { current: "first words", next: "words of a thief" };
  expect(await changePassword(whileChecking(reset), session, change)).toMatchObject({
    problem: { code: "wrong-password" },
  });
  expect(await tryPassword("words of a thief")).toMatchObject({ ok: false });
  expect((await tryPassword("second words")).ok).toBe(true);
});

test("a device that is signed out while it changes the password changes nothing", async () => {
  const session = await byCode("first words", "lost-phone");
  const cutOff = () =>
    server.site.storage.write(({ accounts }) => accounts.endSessions({ device: "lost-phone" }));
  const change = { current: "first words", next: "second words" };
  expect(await changePassword(whileChecking(cutOff), session, change)).toMatchObject({
    problem: { code: "signed-out" },
  });
  expect((await tryPassword("first words")).ok).toBe(true);
});
