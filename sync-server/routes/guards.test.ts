import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personHeader, protocolVersion, writeMessage } from "#model/wire/protocol.ts";
import {
  aDevice,
  aSchool,
  aSchoolServer,
  aServer,
  person,
  withPeople,
  type TestServer,
} from "#tests/support/server.ts";
import { syncBodyLimitBytes } from "./sync.ts";

let server: TestServer;
beforeEach(async () => {
  server = await aSchoolServer();
});
afterEach(() => server.close());

const pullBody = Buffer.from(
  writeMessage("pull", { protocol: protocolVersion, epoch: null, positions: {}, opened: [] }),
);
const send = async (payload: Buffer, headers: Record<string, string> = {}) => {
  const { cookie } = await aDevice(server, person("ann"));
  return server.app.inject({
    method: "POST",
    url: "/api/sync/pull",
    payload,
    headers: { cookie, "content-type": "application/msgpack", ...headers },
  });
};

test("what changes something is refused from another origin, and from no origin at all that a browser hides", async () => {
  for (const origin of ["https://evil.example", "null", "http://localhost:1"])
    expect((await send(pullBody, { origin })).statusCode).toBe(403);
  expect((await send(pullBody, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect((await send(pullBody, { origin: "http://localhost:80" })).statusCode).toBe(200);
});

test("a body that unpacks to more than the limit is refused, however small it is", async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1_048_576));
  expect(bomb.length).toBeLessThan(syncBodyLimitBytes);
  const response = await send(bomb, { "content-encoding": "gzip" });
  expect(response.statusCode).toBe(400);
});

test("a packed body is answered as a plain one is", async () => {
  expect((await send(gzipSync(pullBody), { "content-encoding": "gzip" })).statusCode).toBe(200);
});

test("a body beyond the limit, one that is no msgpack and one cut off are refused", async () => {
  expect((await send(Buffer.alloc(syncBodyLimitBytes + 1))).statusCode).toBe(413);
  for (const body of [Buffer.from("<html>"), pullBody.subarray(0, pullBody.length - 3), Buffer.alloc(0)])
    expect((await send(body)).statusCode).toBe(400);
});

test("[A20] under somebody else's session nothing is given to a device, nor taken from it", async () => {
  const answer = await send(pullBody, { [personHeader]: person("bob") });
  expect([answer.statusCode, answer.body]).toEqual([401, expect.stringContaining("signed-out")]);
  expect((await send(pullBody, { [personHeader]: person("ann") })).statusCode).toBe(200);
});

test("without a session nothing of sync answers, and no body is read", async () => {
  for (const route of ["push", "pull", "audit", "offer", "recover", "tray"]) {
    const response = await server.app.inject({
      method: "POST",
      url: `/api/sync/${route}`,
      payload: Buffer.alloc(20_000_000),
      headers: { "content-type": "application/msgpack" },
    });
    expect(response.statusCode).toBe(401);
  }
  expect((await server.app.inject({ url: "/api/sync/bell" })).statusCode).toBe(401);
});

test("an address that is not secure gets a plain page that says why, and no answers", async () => {
  const headers = { host: "192.168.1.4:8080" };
  const page = await server.app.inject({ url: "/today", headers });
  expect(page.statusCode).toBe(403);
  expect(page.body).toContain("This address is not secure");
  expect((await server.app.inject({ url: "/api/session", headers })).json()).toMatchObject({
    problem: { code: "insecure-origin" },
  });
  expect((await server.app.inject({ url: "/api/setup", headers })).json()).toMatchObject({ insecure: true });
});

test("behind a proxy that is trusted, https counts; a proxy's word is not believed unasked", async () => {
  const headers = { host: "waymark.example", "x-forwarded-proto": "https" };
  expect((await server.app.inject({ url: "/api/session", headers })).statusCode).toBe(403);
  const behind = await aServer({ trustProxy: true, publicUrl: "https://waymark.example" });
  const response = await behind.app.inject({ url: "/api/session", headers });
  expect(response.json()).toMatchObject({ problem: { code: "signed-out" } });
  // For a year, and for this name alone: what else stands under a school's name is the school's.
  expect(response.headers["strict-transport-security"]).toBe("max-age=31536000");
  await behind.close();
});

test("pages come with headers that let no foreign script, frame or form near them", async () => {
  const { headers } = await server.app.inject({ url: "/health" });
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("whatever the API answers is kept by no browser and no proxy", async () => {
  const { cookie } = await aDevice(server, person("ann"));
  for (const url of [
    "/api/session",
    "/api/devices",
    "/api/setup",
    "/api/nothing",
    "/api/safeguarding/learners",
  ])
    expect((await server.app.inject({ url, headers: { cookie } })).headers["cache-control"]).toBe("no-store");
  expect((await send(pullBody)).headers["cache-control"]).toBe("no-store");
});

test("an address of the API that does not exist is no page of the app", async () => {
  expect((await server.app.inject({ url: "/api/nothing" })).json()).toMatchObject({
    problem: { code: "not-found" },
  });
});

test("the log says what was asked and how it went, and no name, id, code, word or address", async () => {
  const lines: string[] = [];
  const logging = await aServer({ log: "all", logTo: { write: (line) => void lines.push(line) } });
  await withPeople(logging, aSchool);
  const phone = await aDevice(logging, person("ann"), "device-of-ann");
  await phone.pull();
  await phone.push({ envelope: { id: "log-entry_x", kind: "log-entry" }, state: new Uint8Array([1]) });
  const payload = { userName: "ann.thornton", password: "her password", deviceName: "Ann's phone" };
  await logging.app.inject({ method: "POST", url: "/api/session?who=ann.thornton", payload });
  await logging.app.inject({ url: "/api/session/code/ABCD-EFGH" });
  await logging.app.inject({
    url: `/api/devices?person=${person("ann")}`,
    headers: { cookie: phone.cookie },
  });
  await logging.close();
  const log = lines.join("");
  expect(log).toContain("/api/sync/pull");
  expect(log).toContain("/api/session/code/:code");
  for (const secret of ["ann", "ABCD", "password", "device-of", phone.cookie, "127.0.0.1"])
    expect(log).not.toContain(secret);
});
