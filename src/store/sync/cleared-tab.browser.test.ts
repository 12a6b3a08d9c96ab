import { afterEach, expect, test, vi } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { newPerson } from "#tests/support/browser/databases.ts";
import { learnerAccount, silence, unreachable, untilStatus } from "#tests/support/browser/stores.ts";
import { openTab } from "#tests/support/browser/tabs.ts";
import { ToyServer } from "#tests/support/toy-server.ts";

const ends: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0)) await end();
});

/** Lets the tab opened last be cleared, as the browser does it: its connections end, and nothing is there any more. */
function clearable(): () => void {
  const tab = [...document.querySelectorAll("iframe")].at(-1)?.contentWindow as
    | (Window & typeof globalThis)
    | null
    | undefined;
  if (!tab) throw new Error("no tab is open");
  const listened = vi.spyOn(tab.IDBDatabase.prototype, "addEventListener");
  return () => {
    vi.spyOn(tab.indexedDB, "databases").mockResolvedValue([]);
    for (const connection of new Set(listened.mock.contexts as IDBDatabase[])) {
      connection.close();
      connection.dispatchEvent(new Event("close"));
    }
  };
}

test("a tab that was cleared says so of itself alone, and leaves sending to a tab in which somebody signed in again", async () => {
  const person = newPerson();
  const server = Object.assign(new ToyServer(), { scope: `own:${person}` });
  const storeOf = async (openHere: typeof openStore, transport = unreachable): Promise<Store> => {
    const opened = await openHere(learnerAccount(person), { transport, hangDoorbell: silence });
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value;
  };
  const tab = await openTab();
  ends.push(() => tab.kill());
  const clear = clearable();
  const cleared = await storeOf(tab.openStore);
  await untilStatus(cleared, ({ problem, busy }) => problem?.code === "offline" && !busy);
  const fresh = await storeOf(openStore, server);
  ends.push(() => fresh.close());
  const heard = new Set<string | undefined>();
  fresh.sync.watch(() => heard.add(fresh.sync.status().problem?.code));

  clear();
  await untilStatus(cleared, ({ problem }) => problem?.code === "storage-cleared");
  const learner = learnerOfPerson(person);
  await fresh.records.create("log-entry", { learner }, (draft) => draft.type("did", "After that"));
  await untilStatus(fresh, ({ unsent, allSentAt }) => unsent === 0 && allSentAt !== undefined);
  expect(server.asked).toContain("push");
  expect([...heard]).not.toContain("storage-cleared");
  expect(cleared.sync.status().problem).toEqual({ code: "storage-cleared" });
});
