import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Account, Device, SignInCode } from "#model/wire/api.ts";
import { createServer } from "#server/server.ts";
import { keepPassword } from "#server/sign-in/passwords.ts";
import { codeMs } from "#server/sign-in/codes.ts";
import { sessionMs } from "#server/sign-in/sessions.ts";
import { triesMs } from "#server/sign-in/tries.ts";
import { aDevice, aSchoolServer, aServer, orThrow, person, type TestServer } from "#tests/support/server.ts";

const password = "correct horse battery";
let server: TestServer;

beforeEach(async () => {
  server = await aSchoolServer();
  const kept = orThrow(await keepPassword(password, server.site.surroundings));
  await server.storage.write((t) =>
    t.accounts.putUsers(
      ["ann", "bob", "tess", "pat", "coordinator", "admin", "zoe"].map((name) => ({
        person: person(name),
        userName: name,
        password: kept,
      })),
    ),
  );
});
afterEach(() => server.close());

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  server.app.inject({ method: "POST", url, payload, headers });
const signIn = (userName: string, given = password, more: object = {}) =>
  post("/api/session", { userName, password: given, deviceName: "Ann's phone", ...more });
const codeOf = (response: { json(): unknown }): unknown =>
  (response.json() as { problem?: { code: string } }).problem?.code;
/** Asks whom a code is for. */
const greet = (
  code: string,
  { on = server, ...from }: { readonly on?: Pick<TestServer, "app">; readonly remoteAddress?: string } = {},
) => on.app.inject({ method: "POST", url: "/api/session/code/greeting", payload: { code }, ...from });
const codesBy = async (who: string, people: readonly string[]) =>
  post(
    "/api/people/codes",
    { people: people.map(person) },
    { cookie: (await aDevice(server, person(who))).cookie },
  );

test("signing in gives the account and a cookie no script can read", async () => {
  const response = await signIn(" Ann ");
  expect(response.json<Account>()).toMatchObject({ person: person("ann"), name: "ann", home: "learner" });
  const cookie = response.headers["set-cookie"];
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Strict");
});

test.each([
  ["tess", "tutor"],
  ["pat", "provider"],
  ["coordinator", "coordinator"],
  ["admin", "administrator"],
])("%s starts on the screen of a %s", async (userName, home) => {
  expect((await signIn(userName)).json<Account>().home).toBe(home);
});

test("a name nobody has is refused as a wrong password is", async () => {
  const [wrong, unknown] = [
    await signIn("ann", "not the password"),
    await signIn("nobody-here", "not the password"),
  ];
  expect(codeOf(wrong)).toBe("wrong-password");
  expect(unknown.json()).toEqual(wrong.json());
});

test("after ten wrong tries a name rests for a quarter of an hour, whoever tries", async () => {
  for (let index = 0; index < 10; index += 1) await signIn("ann", "guess");
  expect(codeOf(await signIn("ann"))).toBe("too-many-tries");
  expect((await signIn("bob")).statusCode).toBe(200);
  server.later(triesMs + 1);
  expect((await signIn("ann")).statusCode).toBe(200);
});

test("one address has so many tries a minute, whatever names it tries", async () => {
  const strict = await aServer({ limits: { signIn: 5 } });
  const statuses: number[] = [];
  for (let index = 0; index < 7; index += 1) {
    const payload = { userName: `name${index}`, password: "x", deviceName: "x" };
    statuses.push((await strict.app.inject({ method: "POST", url: "/api/session", payload })).statusCode);
  }
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429]);
  await strict.close();
});

test("a device that signs in again keeps its id, another person's device never becomes one's own", async () => {
  const first = (await signIn("ann")).json<Account>();
  const again = (await signIn("ann", password, { device: first.device })).json<Account>();
  const other = (await signIn("bob", password, { device: first.device })).json<Account>();
  expect(again.device).toBe(first.device);
  expect(other.device).not.toBe(first.device);
});

test("a session unused for half a year is over, one in use goes on", async () => {
  const phone = await aDevice(server, person("ann"));
  server.later(sessionMs - 1000);
  expect((await phone.pull()).records.length).toBeGreaterThan(0);
  server.later(sessionMs - 1000);
  expect((await phone.pull()).records.length).toBeGreaterThan(0);
  server.later(sessionMs + 1);
  await expect(phone.pull()).rejects.toThrow("signed-out");
});

test("a device signed out from another one can no longer pull", async () => {
  const phone = await aDevice(server, person("ann"), "device-phone");
  const laptop = await aDevice(server, person("ann"), "device-laptop");
  const listed = await server.app.inject({ url: "/api/devices", headers: { cookie: laptop.cookie } });
  expect(
    listed
      .json<Device[]>()
      .map(({ id, current }) => ({ id, current }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ).toEqual([
    { id: "device-laptop", current: true },
    { id: "device-phone", current: false },
  ]);
  const removed = await server.app.inject({
    method: "DELETE",
    url: "/api/devices/device-phone",
    headers: { cookie: laptop.cookie },
  });
  expect(removed.statusCode).toBe(200);
  await expect(phone.pull()).rejects.toThrow("signed-out");
});

test("a device that signed out stands in no list of devices", async () => {
  const phone = await aDevice(server, person("ann"), "device-phone");
  const laptop = await aDevice(server, person("ann"), "device-laptop");
  await server.app.inject({ method: "DELETE", url: "/api/session", headers: { cookie: phone.cookie } });
  const listed = await server.app.inject({ url: "/api/devices", headers: { cookie: laptop.cookie } });
  expect(listed.json<Device[]>().map(({ id }) => id)).toEqual(["device-laptop"]);
});

test("a request whose session ends while its use is written down is refused", async () => {
  const { cookie } = await aDevice(server, person("ann"));
  server.later(triesMs);
  const { storage } = server.site;
  const write = storage.write.bind(storage);
  vi.spyOn(storage, "write").mockImplementationOnce(async (work) => {
    expect(
      (await server.app.inject({ method: "DELETE", url: "/api/session", headers: { cookie } })).json(),
    ).toEqual({});
    return write(work);
  });
  expect(codeOf(await server.app.inject({ url: "/api/session", headers: { cookie } }))).toBe("signed-out");
});

test("nobody signs out a stranger's device, or learns whether there is one", async () => {
  await aDevice(server, person("ann"), "device-phone");
  const stranger = await aDevice(server, person("zed"));
  for (const id of ["device-phone", "device-nowhere"]) {
    const response = await server.app.inject({
      method: "DELETE",
      url: `/api/devices/${id}`,
      headers: { cookie: stranger.cookie },
    });
    expect(codeOf(response)).toBe("not-found");
  }
});

test("changing the password signs out every other device", async () => {
  const phone = await aDevice(server, person("ann"), "device-phone");
  const laptop = await aDevice(server, person("ann"), "device-laptop");
  expect(
    codeOf(
      await post(
        "/api/session/password",
        { current: "wrong one", next: "another long one" },
        { cookie: laptop.cookie },
      ),
    ),
  ).toBe("wrong-password");
  expect(
    (
      await post(
        "/api/session/password",
        { current: password, next: "another long one" },
        { cookie: laptop.cookie },
      )
    ).statusCode,
  ).toBe(200);
  await expect(phone.pull()).rejects.toThrow("signed-out");
  expect((await laptop.pull()).records.length).toBeGreaterThan(0);
  expect((await signIn("ann", "another long one")).statusCode).toBe(200);
});

test("a code that lies about is good no more once its person has changed their password", async () => {
  const [issued] = (await codesBy("coordinator", ["ann"])).json<SignInCode[]>();
  const { cookie } = await aDevice(server, person("ann"));
  const change = { current: password, next: "another long one" };
  expect((await post("/api/session/password", change, { cookie })).statusCode).toBe(200);
  expect(codeOf(await greet(issued?.code ?? ""))).toBe("wrong-code");
});

test("a code greets, signs in once, sets the password and signs out what was signed in before", async () => {
  const phone = await aDevice(server, person("ann"), "device-phone");
  const [issued] = (await codesBy("coordinator", ["ann"])).json<SignInCode[]>();
  const code = issued?.code ?? "";
  expect(issued?.link).toBe(`http://localhost:80/code#${code}`);
  expect((await greet(code)).json()).toEqual({ name: "ann", userName: "ann" });
  expect(codeOf(await post("/api/session/code", { code, password: "short", deviceName: "x" }))).toBe(
    "weak-password",
  );
  expect(
    (await post("/api/session/code", { code, password: "my new password", deviceName: "x" })).json<Account>()
      .person,
  ).toBe(person("ann"));
  expect(
    codeOf(await post("/api/session/code", { code, password: "my new password", deviceName: "x" })),
  ).toBe("code-used");
  await expect(phone.pull()).rejects.toThrow("signed-out");
  expect((await signIn("ann", "my new password")).statusCode).toBe(200);
});

test("an app of before, which has the code in the address, is greeted as it was", async () => {
  const [issued] = (await codesBy("coordinator", ["ann"])).json<SignInCode[]>();
  const before = (code: string) => server.app.inject({ url: `/api/session/code/${code}` });
  expect((await before(issued?.code ?? "")).json()).toEqual({ name: "ann", userName: "ann" });
  expect(codeOf(await before("ABCD-EFGH"))).toBe("wrong-code");
});

test("a code is good for fourteen days, and a new one replaces it", async () => {
  const issue = async () => (await codesBy("coordinator", ["ann"])).json<SignInCode[]>()[0]?.code ?? "";
  const first = await issue();
  const second = await issue();
  expect(codeOf(await greet(first))).toBe("wrong-code");
  expect((await greet(second)).statusCode).toBe(200);
  server.later(codeMs + 1);
  expect(codeOf(await greet(second))).toBe("wrong-code");
});

test("a code is read however it was typed or copied: small letters, spaces, figures of other alphabets, wide letters, its whole link", async () => {
  const issued = (await codesBy("coordinator", ["ann", "bob", "tess", "pat"])).json<SignInCode[]>();
  const inFigures = (code: string, nought: number): string =>
    code.replaceAll(/\d/g, (figure) => String.fromCodePoint(nought + Number(figure)));
  for (const { code, link, userName } of issued) {
    const wide = code.replaceAll(/\w/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));
    const ways = [
      code.toLowerCase(),
      ` ${code.replace("-", " ")}\r\n`,
      code.replace("-", "\u2013"),
      inFigures(code, 0x660),
      inFigures(code, 0x6f0),
      inFigures(code, 0x9e6),
      wide,
      ` ${link}\n`,
    ];
    for (const way of ways) {
      expect([way, (await greet(way)).json()]).toEqual([way, { name: userName, userName }]);
    }
  }
});

test("whoever has a code signs in although their name rests, and may then use the password they chose at once", async () => {
  const [issued] = (await codesBy("coordinator", ["ann"])).json<SignInCode[]>();
  for (let index = 0; index < 10; index += 1) await signIn("ann", "forgotten");
  const next = "my new password";
  const payload = { code: issued?.code ?? "", password: next, deviceName: "x" };
  expect((await post("/api/session/code", payload)).statusCode).toBe(200);
  expect((await signIn("ann", next)).statusCode).toBe(200);
});

test("who guesses codes from one address is stopped, whichever server of the storage is asked, and nobody else is", async () => {
  const others = await createServer({
    storage: server.storage,
    clock: server.now,
    limits: { signIn: 10_000 },
  });
  const ask = async (remoteAddress: string, code: string) =>
    codeOf(await greet(code, { on: others, remoteAddress }));
  for (let guess = 0; guess < 500; guess += 1)
    expect(await ask("192.0.2.1", `guess-${guess}`)).toBe("wrong-code");
  const [issued] = (await codesBy("coordinator", ["ann"])).json<SignInCode[]>();
  const code = issued?.code ?? "";
  expect(await ask("192.0.2.1", code)).toBe("too-many-tries");
  expect(codeOf(await greet(code, { remoteAddress: "192.0.2.1" }))).toBe("too-many-tries");
  expect(await ask("192.0.2.2", code)).toBeUndefined();
  server.later(triesMs + 1);
  expect(await ask("192.0.2.1", code)).toBeUndefined();
});
