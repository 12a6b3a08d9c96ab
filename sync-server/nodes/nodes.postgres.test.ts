import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createServer, type Server } from "#server/server.ts";
import { openPostgres } from "#server/storage/postgres.ts";
import { patience } from "#tests/support/patience.ts";
import { aDatabase, connected, isPostgresHere, onDatabase } from "#tests/support/postgres/postgres.ts";
import { aDevice, aRecord, aSchool, learner, person, withPeople } from "#tests/support/server.ts";

/** A database with the school in it. */
async function aSchoolDatabase(): Promise<string> {
  const url = await aDatabase();
  const server = await createServer({ storage: await openPostgres({ url }) });
  await withPeople(server, aSchool);
  await server.close();
  return url;
}

/** Servers on one database. Without `lookMs` they hear of each other by calls alone. */
async function serversOn(url: string, count: number, lookMs = 3_600_000): Promise<readonly Server[]> {
  const opened = await Promise.all(
    Array.from({ length: count }, async () => createServer({ storage: await openPostgres({ url }), lookMs })),
  );
  onTestFinished(async () => void (await Promise.all(opened.map((server) => server.close()))));
  await vi.waitFor(() => expect(listenersOn(url)).resolves.toBe(count), patience);
  return opened;
}

/** How many servers hear calls: whatever is called before is lost, and where they do not look for it, for good. */
async function listenersOn(url: string): Promise<number> {
  const client = await connected(url);
  const { rows } = await client.query(
    "select 1 from pg_stat_activity where query like 'listen%' and state = 'idle' and datname = current_database()",
  );
  await client.end();
  return rows.length;
}

/** A server whose calls are all lost. */
async function aMuteServer(url: string): Promise<Server> {
  const storage = await openPostgres({ url });
  const line = storage.line && { ...storage.line, call: async () => undefined };
  const server = await createServer({ storage: { ...storage, line } });
  onTestFinished(() => server.close());
  return server;
}

/** What somebody's doorbell says, ring by ring, after the first. */
async function bellOf(server: Server, who: string): Promise<() => Promise<string | undefined>> {
  await server.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.app.server.address() as AddressInfo;
  const { cookie } = await aDevice(server, person(who), `bell-${who}`);
  const response = await fetch(`http://localhost:${port}/api/sync/bell`, { headers: { cookie } });
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => (await stream?.read())?.value;
  await next();
  return next;
}

const aTarget = (who: string) =>
  aRecord("target", { learner: learner("ann"), by: person(who) }, (draft) => draft.type("what", "x"));

describe.skipIf(!isPostgresHere)("two servers on one PostgreSQL", () => {
  test("that start at once make the tables once, and sign with one key in one epoch", async () => {
    const [a, b, c] = await serversOn(await aDatabase(), 3);
    if (!a || !b || !c) throw new Error("three were asked for");
    await withPeople(a, aSchool);
    const phone = await aDevice(a, person("tess"));
    const [answer] = await phone.push(aTarget("tess"));
    expect(answer?.kept).toBeDefined();
    const pulls = await Promise.all(
      [a, b, c].map(async (server) => (await aDevice(server, person("tess"), "tablet")).pull()),
    );
    expect(new Set(pulls.map(({ epoch }) => epoch)).size).toBe(1);
    const receipts = pulls.map(
      ({ records }) => records.find(({ envelope }) => envelope.id === answer?.id)?.receipt,
    );
    expect(new Set(receipts)).toEqual(new Set([answer?.kept?.receipt]));
  });

  test("a push on one rings a device on the other", async () => {
    const [a, b] = await serversOn(await aSchoolDatabase(), 2);
    if (!a || !b) throw new Error("two were asked for");
    const next = await bellOf(b, "tess");
    const tablet = await aDevice(a, person("coordinator"));
    await tablet.push(aTarget("coordinator"));
    expect(await next()).toContain("event: ring");
  });

  test("who has just been given a learner is rung, whichever server said so", async () => {
    const [a, b] = await serversOn(await aSchoolDatabase(), 2);
    if (!a || !b) throw new Error("two were asked for");
    const next = await bellOf(b, "zak");
    const admin = await aDevice(a, person("admin"));
    const membership = aRecord("membership", { learner: learner("ann"), by: person("admin") }, (draft) => {
      draft.set("role", "tutor");
      draft.set("person", person("zak"));
    });
    const [answer] = await admin.push(membership);
    expect(answer?.kept).toBeDefined();
    expect(await next()).toContain("event: ring");
  });

  test("a device that is signed out on one loses its stream on the other", async () => {
    const [a, b] = await serversOn(await aSchoolDatabase(), 2);
    if (!a || !b) throw new Error("two were asked for");
    const next = await bellOf(b, "tess");
    const { cookie } = await aDevice(a, person("tess"), "tablet");
    await a.app.inject({ method: "DELETE", url: "/api/devices/bell-tess", headers: { cookie } });
    expect(await next()).toBeUndefined();
  });

  test("when a call is lost, looking for commits rings all the same", async () => {
    const url = await aSchoolDatabase();
    const [b] = await serversOn(url, 1, 50);
    const a = await aMuteServer(url);
    if (!b) throw new Error("one was asked for");
    const next = await bellOf(b, "tess");
    const tablet = await aDevice(a, person("coordinator"));
    await tablet.push(aTarget("coordinator"));
    expect(await next()).toContain("event: ring");
  });

  test("when the call that ends a stream is lost, it ends as soon as anything else was missed", async () => {
    const url = await aSchoolDatabase();
    const [b] = await serversOn(url, 1, 50);
    const a = await aMuteServer(url);
    if (!b) throw new Error("one was asked for");
    const next = await bellOf(b, "tess");
    const { cookie } = await aDevice(a, person("tess"), "tablet");
    await a.app.inject({ method: "DELETE", url: "/api/devices/bell-tess", headers: { cookie } });
    const tablet = await aDevice(a, person("zak"));
    await tablet.push(
      aRecord("target", { learner: learner("zoe"), by: person("zak") }, (draft) => draft.type("what", "x")),
    );
    expect(await next()).toBeUndefined();
  });

  test("once the listening connection is back, calls are heard again", async () => {
    const url = await aSchoolDatabase();
    const [a, b] = await serversOn(url, 2);
    if (!a || !b) throw new Error("two were asked for");
    const next = await bellOf(b, "tess");
    await onDatabase(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()",
    );
    // Being connected again rings everybody; only then is there something to hear.
    expect(await next()).toContain("event: ring");
    const tablet = await aDevice(a, person("coordinator"));
    await tablet.push(aTarget("coordinator"));
    expect(await next()).toContain("event: ring");
  });
});
