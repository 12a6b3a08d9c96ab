import { afterEach, expect, test, vi } from "vitest";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { newPerson } from "#tests/support/browser/databases.ts";
import { learnerAccount, silence, untilStatus } from "#tests/support/browser/stores.ts";
import { openTab } from "#tests/support/browser/tabs.ts";
import { aRow } from "#tests/support/rows.ts";
import { ToyServer } from "#tests/support/toy-server.ts";
import { patience } from "#tests/support/patience.ts";
import { usualTempo } from "./rounds.ts";

const tempo = { ...usualTempo, firstMs: 3_600_000, rungMs: 3_600_000, failedMs: 3_600_000 };

const ends: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0)) await end();
});

/** Two tabs of one person, and a server that has something for them. */
async function twoTabs() {
  const person = newPerson();
  const server = Object.assign(new ToyServer(), { scope: `own:${person}` });
  const row = aRow("For a device that has room");
  server.keep(row.envelope, row.state);
  const storeOf = async (openHere: typeof openStore): Promise<Store> => {
    const opened = await openHere(learnerAccount(person), {
      transport: server,
      hangDoorbell: silence,
      tempo,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value;
  };
  const here = await storeOf(openStore);
  const tab = await openTab();
  const there = await storeOf(tab.openStore);
  ends.push(
    () => here.close(),
    () => tab.kill(),
  );
  return { server, here, there };
}

test("a device that is full says so while it tries again, in each tab, until it has room", async () => {
  const { server, here, there } = await twoTabs();
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect((await here.sync.sendNow()).problem).toEqual({ code: "storage-full" });

  const answer = Promise.withResolvers<undefined>();
  server.before = () => answer.promise;
  const again = here.sync.sendNow();
  for (const { sync } of [here, there])
    await vi.waitFor(
      () => expect(sync.status()).toMatchObject({ busy: true, problem: { code: "storage-full" } }),
      patience,
    );
  full.mockRestore();
  answer.resolve(undefined);
  expect((await again).problem).toBeUndefined();
  expect(here.sync.status().problem).toBeUndefined();
  await untilStatus(there, ({ busy, problem }) => !busy && problem === undefined);
});

test("without signal nothing is said of that while a round is under way", async () => {
  const { server, here } = await twoTabs();
  server.before = async () => ({ ok: false, problem: { code: "offline" } });
  expect((await here.sync.sendNow()).problem).toEqual({ code: "offline" });
  const answer = Promise.withResolvers<undefined>();
  server.before = () => answer.promise;
  const again = here.sync.sendNow();
  const { problem } = await untilStatus(here, ({ busy }) => busy);
  expect(problem).toBeUndefined();
  answer.resolve(undefined);
  await again;
});
