import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { aDevice, aSchool, aServer, person, withPeople, type TestServer } from "#tests/support/server.ts";
import { patience } from "#tests/support/patience.ts";

test("a doorbell that is opened while the server stops is a stream that only says when to come back, and no mistake", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  server.site.bell.closeAll();
  const answer = await server.app.inject({ url: "/api/sync/bell", headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toMatch(/^retry: \d+\n\n$/u);
  await server.close();
});

test("a device that goes while it is looked up what it holds is not waited for", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  const listen = server.site.bell.listen.bind(server.site.bell);
  const [asked, looked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  vi.spyOn(server.site.bell, "listen").mockImplementation(async (listener) => {
    asked.resolve();
    await looked.promise;
    return listen(listener);
  });
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const gone = new AbortController();
  const answer = fetch(`${address}/api/sync/bell`, { headers: { cookie }, signal: gone.signal });
  await asked.promise;
  gone.abort();
  await expect(answer).rejects.toThrow("aborted");
  await vi.waitFor(() => expect(connectionsOf(server)).resolves.toBe(0), patience);
  looked.resolve();
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(0), patience);
  await server.close();
});

test("an event stream carries the headers that every answer does, and is kept by nobody", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const gone = new AbortController();
  const { status, headers } = await fetch(`${address}/api/sync/bell`, {
    headers: { cookie },
    signal: gone.signal,
  });
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("default-src 'none'") as string,
  });
  gone.abort();
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(0), patience);
  await server.close();
});

test("a device that goes while it is looked up who it is is not waited for", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  const { storage } = server.site;
  const read = storage.read.bind(storage);
  const [asked, looked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  vi.spyOn(storage, "read").mockImplementationOnce(async (work) => {
    asked.resolve();
    await looked.promise;
    return read(work);
  });
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const gone = new AbortController();
  const answer = fetch(`${address}/api/sync/bell`, { headers: { cookie }, signal: gone.signal });
  await asked.promise;
  gone.abort();
  await expect(answer).rejects.toThrow("aborted");
  await vi.waitFor(() => expect(connectionsOf(server)).resolves.toBe(0), patience);
  const listen = vi.spyOn(server.site.bell, "listen");
  looked.resolve();
  await setImmediate();
  await Promise.all(listen.mock.results.map(({ value }) => value as Promise<unknown>));
  expect(server.site.bell.count()).toBe(0);
  await server.close();
});

test("a stream that is being opened while its device is signed out ends", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  const listen = server.site.bell.listen.bind(server.site.bell);
  const [asked, out] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  vi.spyOn(server.site.bell, "listen").mockImplementation(async (listener) => {
    asked.resolve();
    await out.promise;
    return listen(listener);
  });
  const answer = server.app.inject({ url: "/api/sync/bell", headers: { cookie } });
  await asked.promise;
  await server.app.inject({ method: "DELETE", url: "/api/session", headers: { cookie } });
  out.resolve();
  expect((await answer).body).toContain("retry:");
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(0), patience);
  await server.close();
});

test("whoever asks only for the head of the doorbell is not kept waiting at it", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  const answer = await server.app.inject({ method: "HEAD", url: "/api/sync/bell", headers: { cookie } });
  expect(answer.statusCode).toBe(404);
  expect(server.site.bell.count()).toBe(0);
  await server.close();
});

test("a device that never reads its stream takes no more memory for each ring", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  await server.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.app.server.address() as AddressInfo;
  const served = once(server.app.server, "connection") as Promise<[Socket]>;
  const deaf = connect(port, "127.0.0.1").pause();
  deaf.write(`GET /api/sync/bell HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`);
  const [line] = await served;
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(1), patience);
  const touched = {
    scopes: new Set([`own:${person("ann")}` as const]),
    people: new Set<never>(),
    commits: [],
  };
  for (let rings = 0; rings < 50_000; rings += 1) server.site.bell.ring(touched);
  expect(line.writableLength).toBeLessThan(100_000);

  // Reading again, it is rung again.
  deaf.resume();
  await vi.waitFor(
    () => expect([line.writableLength, deaf.bytesRead]).toEqual([0, line.bytesWritten]),
    patience,
  );
  const heard = once(deaf, "data");
  server.site.bell.ring(touched);
  expect(String(await heard)).toContain("event: ring");
  deaf.destroy();
  await server.close();
});

/** Opens event streams at a real server, one after the other. */
async function streamsAt(address: string, cookies: readonly string[]): Promise<readonly Response[]> {
  const opened: Response[] = [];
  for (const cookie of cookies) opened.push(await fetch(`${address}/api/sync/bell`, { headers: { cookie } }));
  return opened;
}

test("a device that opens one event stream after the other keeps the last few: the oldest is nobody's any more, and is told to come back later", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  const bobs = await aDevice(server, person("bob"));
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const [bob] = await streamsAt(address, [bobs.cookie]);
  const streams = await streamsAt(
    address,
    Array.from({ length: 10 }, () => cookie),
  );
  const gone = await Promise.all(streams.slice(0, 6).map((stream) => stream.text()));
  expect(gone.map((words) => words.endsWith("retry: 60000\n\n"))).toEqual(gone.map(() => true));
  expect(server.site.bell.count()).toBe(5);

  // Those that came last, and everybody else's, are rung as ever.
  const newest = streams.slice(6).map((stream) => stream.body?.getReader());
  server.site.bell.ring({
    scopes: new Set([`own:${person("ann")}` as const]),
    people: new Set<never>(),
    commits: [],
  });
  const heard = await Promise.all(newest.map(async (reader) => heardBy(reader, "event: ring", 2)));
  expect(heard).toEqual([true, true, true, true]);
  await Promise.all(newest.map(async (reader) => reader?.cancel()));
  await bob?.body?.cancel();
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(0), patience);
  await server.close();
});

test("an account on many devices has so many event streams and no more", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const devices = await Promise.all(
    Array.from({ length: 140 }, (_none, place) => aDevice(server, person("ann"), `device-${place}`)),
  );
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const streams = await streamsAt(
    address,
    devices.map(({ cookie }) => cookie),
  );
  await Promise.all(streams.slice(0, 12).map((stream) => stream.text()));
  expect(server.site.bell.count()).toBe(128);
  await Promise.all(streams.slice(12).map(async (stream) => stream.body?.cancel()));
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(0), patience);
  await server.close();
});

/** Whether a stream says something so many times; false when it ends before. */
async function heardBy(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  what: string,
  times: number,
): Promise<boolean> {
  let text = "";
  while (text.split(what).length <= times) {
    const next = await reader?.read();
    if (next?.value === undefined) return false;
    text += Buffer.from(next.value).toString();
  }
  return true;
}

const connectionsOf = (server: TestServer): Promise<number> =>
  new Promise((resolve, reject) => {
    server.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
