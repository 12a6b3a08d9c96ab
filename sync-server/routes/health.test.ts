import { expect, onTestFinished, test } from "vitest";
import { createServer } from "#server/server.ts";
import { StorageFailure, type Storage } from "#server/storage/storage.ts";
import { aServer } from "#tests/support/server.ts";

const healthOf = async (differs: (storage: Storage) => Partial<Storage>) => {
  const { storage } = await aServer();
  const server = await createServer({ storage: { ...storage, ...differs(storage) } });
  onTestFinished(() => server.close());
  const response = await server.app.inject({ url: "/health" });
  return { status: response.statusCode, ...response.json<{ ok: boolean; reason?: string }>() };
};

test("a server whose database reads, writes and lets go is well", async () => {
  expect(await healthOf(() => ({}))).toMatchObject({ status: 200, ok: true, highest: 0, listening: 0 });
});

test("a server is not well while a transaction is too old, although it could still write", async () => {
  const found = await healthOf(() => ({ oldestTransactionMs: async () => 30_001 }));
  expect(found).toMatchObject({ status: 503, ok: false, reason: "transaction-too-old" });
});

test("an open transaction grows old, and is none once it has ended", async () => {
  const { storage } = await aServer();
  onTestFinished(() => storage.close());
  const [held, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = storage.write(async () => {
    held.resolve();
    await done.promise;
  });
  await held.promise;
  expect(await storage.oldestTransactionMs()).toBeGreaterThan(0);
  done.resolve();
  await holding;
  expect(await storage.oldestTransactionMs()).toBe(0);
});

test("who asks how a server is while it is being looked at has the same answer, and writes nothing more", async () => {
  const { storage } = await aServer();
  let writes = 0;
  const write: Storage["write"] = (work) => {
    writes += 1;
    return storage.write(work);
  };
  const server = await createServer({ storage: { ...storage, write } });
  onTestFinished(() => server.close());
  await server.app.ready();
  writes = 0;
  const answers = await Promise.all(Array.from({ length: 20 }, () => server.app.inject({ url: "/health" })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(writes).toBeLessThan(20);
});

test.for(["storage-full", "storage-failed"] as const)(
  "a server whose database answers %s says so",
  async (code) => {
    let isBroken = false;
    const { storage } = await aServer();
    const write: Storage["write"] = (work) =>
      isBroken ? Promise.reject(new StorageFailure(code, undefined)) : storage.write(work);
    const server = await createServer({ storage: { ...storage, write } });
    onTestFinished(() => server.close());
    isBroken = true;
    const response = await server.app.inject({ url: "/health" });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ ok: false, reason: code });
  },
);
