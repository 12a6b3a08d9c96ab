import type { FastifyRequest } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Account } from "#model/wire/api.ts";
import { keepPassword } from "#server/sign-in/passwords.ts";
import { sessionMs } from "#server/sign-in/sessions.ts";
import { isStanding } from "./signed-in.ts";
import { aDevice, aSchoolServer, orThrow, person, type TestServer } from "#tests/support/server.ts";

const password = "correct horse battery";
const overHttps = { host: "waymark.example", "x-forwarded-proto": "https" };
let server: TestServer;
beforeEach(async () => {
  server = await aSchoolServer({ trustProxy: true, publicUrl: "https://waymark.example" });
  const kept = orThrow(await keepPassword(password, server.site.surroundings));
  await server.storage.write((t) =>
    t.accounts.putUsers([{ person: person("ann"), userName: "ann", password: kept }]),
  );
});
afterEach(() => server.close());

const ask = (headers: Record<string, string>, method: "GET" | "DELETE" = "GET") =>
  server.app.inject({ method, url: "/api/session", headers });
const tokenOf = async (name: string, device?: string) =>
  (await aDevice(server, person(name), device)).cookie.replace("waymark_session=", "");
/** Cookies a browser is to keep, and those it is to forget, by name. */
const given = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.cookies.map(({ name, value, maxAge }) => ({ name, value, maxAge }));

test("over https the cookie is one that no page under a neighbouring name can set", async () => {
  const payload = { userName: "ann", password, deviceName: "phone" };
  const answer = await server.app.inject({
    method: "POST",
    url: "/api/session",
    headers: overHttps,
    payload,
  });
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({
    name: "__Host-waymark_session",
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Strict",
  });
  expect(cookie).not.toHaveProperty("domain");
  expect(given(answer)[1]).toMatchObject({ name: "waymark_session", value: "" });
});

test("a session that a neighbour laid over somebody's own is not taken for theirs", async () => {
  const [bobs, anns] = [await tokenOf("bob"), await tokenOf("ann")];
  const cookie = `waymark_session=${bobs}; __Host-waymark_session=${anns}`;
  expect((await ask({ ...overHttps, cookie })).json<Account>().person).toBe(person("ann"));
});

test("a device that signed in before goes on, and has the new cookie within a month", async () => {
  const token = await tokenOf("ann");
  const headers = { ...overHttps, cookie: `waymark_session=${token}` };
  expect(given(await ask(headers))).toEqual([]);
  server.later(31 * 24 * 3600 * 1000);
  expect(given(await ask(headers))).toMatchObject([
    { name: "__Host-waymark_session", value: token },
    { name: "waymark_session", value: "" },
  ]);
});

test("a browser that is used keeps its cookie as long as its session lives: it is given anew, about once a month", async () => {
  const cookie = `waymark_session=${await tokenOf("ann")}`;
  const months: number[] = [];
  for (let week = 0; week < 52; week += 1) {
    server.later(7 * 24 * 3600 * 1000);
    const [again] = given(await ask({ cookie }));
    if (again?.maxAge === sessionMs / 1000) months.push(week);
  }
  expect(months).toHaveLength(12);
  expect((await ask({ cookie })).json<Account>().person).toBe(person("ann"));
});

test("a device that is only rung at for a month is given its cookie with its next stream or the next thing it asks", async () => {
  const token = await tokenOf("ann");
  const cookie = `waymark_session=${token}`;
  const request = { cookies: { waymark_session: token } } as Partial<FastifyRequest> as FastifyRequest;
  server.later(31 * 24 * 3600 * 1000);
  expect(await isStanding(request, server.site)).toBe(true);
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const gone = new AbortController();
  const { headers } = await fetch(`${address}/api/sync/bell`, {
    headers: { ...overHttps, cookie },
    signal: gone.signal,
  });
  gone.abort();
  expect(headers.getSetCookie().map((one) => one.split(";")[0])).toEqual([
    `__Host-waymark_session=${token}`,
    "waymark_session=",
  ]);
});

test("signing out takes both cookies", async () => {
  const cookie = `__Host-waymark_session=${await tokenOf("ann")}`;
  const answer = await ask({ ...overHttps, cookie }, "DELETE");
  expect(given(answer).map(({ name, value }) => [name, value])).toEqual([
    ["waymark_session", ""],
    ["__Host-waymark_session", ""],
  ]);
  expect((await ask({ ...overHttps, cookie })).json()).toMatchObject({ problem: { code: "signed-out" } });
});
