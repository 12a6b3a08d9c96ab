import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DemoPeople } from "#model/wire/api.ts";
import { protocolVersion, readMessage, writeMessage } from "#model/wire/protocol.ts";
import {
  aDevice,
  aRecord,
  aSchool,
  aSchoolServer,
  aServer,
  learner,
  orThrow,
  person,
  withPeople,
  type TestServer,
} from "#tests/support/server.ts";
import { freePort } from "#tests/support/free-port.ts";
import { createCertificates } from "#tests/support/throw-away-ca.ts";
import { loadDemo } from "#server/people/demo/demo.ts";
import { newSetUpToken } from "./people/set-up.ts";
import { createSession } from "./sign-in/sessions.ts";
import { openSqlite } from "./storage/sqlite.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const anEntry = () =>
  aRecord("log-entry", { learner: learner("ann"), by: person("ann") }, (draft) =>
    draft.type("did", "We built a wall"),
  );

const listening = async (server: TestServer): Promise<string> => {
  await server.app.listen({ port: 0, host: "127.0.0.1" });
  return `http://localhost:${(server.app.server.address() as AddressInfo).port}`;
};

/** What a stream says next; undefined when it has ended. */
const reader = (response: Response) => {
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return async (): Promise<string | undefined> => (await stream?.read())?.value;
};

test("the doorbell rings for those whom a change concerns, and for nobody else", async () => {
  const server = await aSchoolServer();
  const url = await listening(server);
  const bellOf = async (who: string) => {
    const { cookie } = await aDevice(server, person(who), `bell-${who}`);
    const next = reader(await fetch(`${url}/api/sync/bell`, { headers: { cookie } }));
    await next();
    return next;
  };
  const [tess, zak] = [await bellOf("tess"), await bellOf("zak")];
  const saidToZak = zak();
  const tablet = await aDevice(server, person("coordinator"));
  await tablet.push(
    aRecord("target", { learner: learner("ann"), by: person("coordinator") }, (draft) =>
      draft.type("what", "x"),
    ),
  );
  expect(await tess()).toContain("event: ring");
  await server.close();
  expect(await saidToZak).toBeUndefined();
});

test("an open stream ends when its device is signed out", async () => {
  const server = await aSchoolServer();
  const url = await listening(server);
  const phone = await aDevice(server, person("ann"), "device-phone");
  const laptop = await aDevice(server, person("ann"), "device-laptop");
  const next = reader(await fetch(`${url}/api/sync/bell`, { headers: { cookie: phone.cookie } }));
  await next();
  await server.app.inject({
    method: "DELETE",
    url: "/api/devices/device-phone",
    headers: { cookie: laptop.cookie },
  });
  expect(await next()).toBeUndefined();
  await server.close();
});

test("with a certificate and its key the server speaks TLS, and its cookies travel by nothing else", async () => {
  const { ca, cert, key } = createCertificates(Date.now());
  const server = await aServer({ tls: { cert, key } });
  await server.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.app.server.address() as AddressInfo;
  const status = await new Promise((resolve, reject) => {
    get({ host: "localhost", port, path: "/health", ca, agent: false }, (response) =>
      resolve(response.resume().statusCode),
    ).on("error", reject);
  });
  expect(status).toBe(200);
  const refused = new Promise((resolve) => {
    get({ host: "localhost", port, path: "/health", agent: false }).on("error", resolve);
  });
  expect(await refused).toBeInstanceOf(Error);
  await server.close();
});

test("the app's hashed files are kept for ever, its page and worker are asked for anew, and deep links open it", async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<title>Waymark</title>");
  writeFileSync(join(folder, "service-worker.js"), "");
  for (const release of ["old", "new"]) writeFileSync(join(folder, "assets", `main-${release}.js`), "");
  const server = await aServer({ appFolder: folder });
  const cachingOf = async (url: string) => (await server.app.inject({ url })).headers["cache-control"];
  expect(await cachingOf("/assets/main-new.js")).toContain("immutable");
  expect(await cachingOf("/assets/main-old.js")).toContain("immutable");
  expect(await cachingOf("/service-worker.js")).toBe("no-cache");
  for (const url of ["/", "/today", "/log/log-entry_01ABC"]) {
    const page = await server.app.inject({ url });
    expect(page.body).toContain("<title>Waymark</title>");
    expect(page.headers["cache-control"]).toBe("no-cache");
  }
  for (const url of ["/assets/main-gone.js", "/../package.json", "/%2e%2e/package.json"])
    expect((await server.app.inject({ url })).statusCode).toBe(404);
  await server.close();
});

test("a fresh server is set up once, by whoever has the token", async () => {
  const server = await aServer();
  const token = (await newSetUpToken(server.site)) ?? "";
  expect(await newSetUpToken(server.site), "another server on the same database prints a link too").not.toBe(
    token,
  );
  const asked = {
    token,
    organisation: "Thornfield School",
    type: "school",
    name: "Priya Nair",
    userName: "p.nair",
    password: "long enough to keep",
    deviceName: "laptop",
  };
  const setUp = (payload: object) => server.app.inject({ method: "POST", url: "/api/setup", payload });
  expect((await setUp({ ...asked, token: "guessed" })).json()).toMatchObject({
    problem: { code: "wrong-code" },
  });
  expect((await setUp(asked)).json()).toMatchObject({ name: "Priya Nair", home: "administrator" });
  expect((await setUp(asked)).json()).toMatchObject({ problem: { code: "not-empty" } });
  expect((await server.app.inject({ url: "/api/setup" })).json()).toMatchObject({
    state: "ready",
    demo: false,
    organisation: { name: "Thornfield School" },
  });
  expect(await newSetUpToken(server.site)).toBeUndefined();
  expect(await loadDemo(server.site)).toMatchObject({ ok: false, problem: { code: "holds-real-people" } });
  await server.close();
});

test("the demo school is there for everybody in it, with their one password, and loading it again doubles nothing", async () => {
  const server = await aServer();
  const demo: DemoPeople = orThrow(await loadDemo(server.site, "the demo's word"));
  const before = await server.storage.read((t) => t.records.count("person"));
  orThrow(await loadDemo(server.site, "the demo's word"));
  expect(await server.storage.read((t) => t.records.count("person"))).toBe(before);
  const tutor = demo.people.find(({ role }) => role === "tutor");
  const payload = { userName: tutor?.userName, password: demo.password, deviceName: "tablet" };
  const account = await server.app.inject({ method: "POST", url: "/api/session", payload });
  const tablet = await aDevice(
    server,
    account.json<{ person: `person_${string}` }>().person,
    "device-tablet",
  );
  const { records } = await tablet.pull();
  const kinds = new Set(records.map(({ envelope }) => envelope.kind));
  for (const kind of [
    "plan",
    "objective",
    "target",
    "log-entry",
    "review",
    "review-closed",
    "target-outcome",
    "contribution",
    "how-it-is-going",
    "comment",
  ] as const)
    expect(kinds).toContain(kind);
  const numbers = Map.groupBy(
    records.filter(({ envelope }) => envelope.kind === "review-closed"),
    ({ envelope }) => envelope.learner,
  );
  for (const closings of numbers.values())
    expect(closings.map(({ stamps }) => stamps.number).toSorted((a = 0, b = 0) => a - b)).toEqual(
      closings.map((_, index) => index + 1),
    );
  await server.close();
});

test("a server asked to stop in the middle of pushes keeps everything it acknowledged", async () => {
  const file = join(folder, "waymark.db");
  const before = await aServer({ file, clock: Date.now });
  await withPeople(before, aSchool);
  const { token } = await createSession(before.site, person("ann"), "device-phone");
  await before.close();

  const port = await freePort();
  const child = spawn(process.execPath, ["sync-server/main.ts"], {
    env: { PORT: String(port), DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const acknowledged: string[] = [];
  const pushForEver = async (): Promise<void> => {
    for (;;) {
      const entry = anEntry();
      const body = Buffer.from(
        writeMessage("push", {
          protocol: protocolVersion,
          epoch: null,
          records: [{ ...entry, rev: 1 }] as never,
        }),
      );
      const headers = { cookie: `waymark_session=${token}`, "content-type": "application/msgpack" };
      const response = await fetch(`http://localhost:${port}/api/sync/push`, {
        method: "POST",
        headers,
        body,
      });
      const answer = readMessage("pushed", new Uint8Array(await response.arrayBuffer()));
      if (!answer.ok || !answer.value.answers[0]?.kept) return;
      acknowledged.push(entry.envelope.id);
      if (acknowledged.length === 40) child.kill("SIGTERM");
    }
  };
  await Promise.allSettled(Array.from({ length: 8 }, pushForEver));
  const [code] = child.exitCode === null ? ((await once(child, "exit")) as [number]) : [child.exitCode];
  expect(code).toBe(0);
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  const storage = await openSqlite({ file });
  expect((await storage.read((t) => t.records.byIds(acknowledged as never))).length).toBe(
    acknowledged.length,
  );
  await storage.close();
});

test("a request that never comes whole is not waited for without end: its session was looked at when it began", async () => {
  const server = await aServer();
  const { requestTimeout } = server.app.server;
  expect(requestTimeout).toBeGreaterThan(120_000);
  expect(requestTimeout).toBeLessThanOrEqual(300_000);
  await server.close();
});
