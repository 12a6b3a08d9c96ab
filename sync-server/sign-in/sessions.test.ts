import { expect, test } from "vitest";
import { StorageFailure, type Storage } from "#server/storage/storage.ts";
import { aSchoolServer, person } from "#tests/support/server.ts";
import { createSession, sessionOf } from "./sessions.ts";

const hourMs = 3_600_000;

const failing = (storage: Storage, error: Error): Storage => ({
  ...storage,
  write: () => Promise.reject(error),
});

test("a disk that is full keeps nobody who is signed in from reading", async () => {
  const server = await aSchoolServer();
  const { token, session } = await createSession(server.site, person("ann"));
  const now = server.now() + hourMs;
  const full = failing(server.storage, new StorageFailure("storage-full", undefined));
  expect(await sessionOf(full, token, now)).toEqual({ session, isCookieDue: false });
  const broken = failing(server.storage, new Error("a bug"));
  await expect(sessionOf(broken, token, now)).rejects.toThrow("a bug");
  await server.close();
});

test("a session that ends while its use is written down has ended", async () => {
  const server = await aSchoolServer();
  const { token, session } = await createSession(server.site, person("ann"));
  const { storage } = server;
  const read: Storage["read"] = async (work) => {
    const found = await storage.read(work);
    await storage.write(({ accounts }) => accounts.endSessions({ device: session.device }));
    return found;
  };
  expect(await sessionOf({ ...storage, read }, token, server.now() + hourMs)).toBeUndefined();
  await server.close();
});
