import { expect, test, vi } from "vitest";
import { aDevice, aSchool, aServer, person, withPeople, type TestServer } from "#tests/support/server.ts";

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
  await vi.waitFor(() => expect(connectionsOf(server)).resolves.toBe(0));
  looked.resolve();
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(0));
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
  await vi.waitFor(() => expect(server.site.bell.count()).toBe(0));
  await server.close();
});

const connectionsOf = (server: TestServer): Promise<number> =>
  new Promise((resolve, reject) => {
    server.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
