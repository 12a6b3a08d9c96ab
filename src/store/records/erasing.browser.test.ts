import { afterEach, expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { everythingReadableOf, newPerson } from "#tests/support/browser/databases.ts";
import {
  firstAnswer,
  learnerAccount,
  silence,
  unreachable,
  untilStatus,
} from "#tests/support/browser/stores.ts";
import { openTab } from "#tests/support/browser/tabs.ts";
import type { Tab } from "#tests/support/browser/tabs.ts";

const words = "Nobody should find this sentence";
const open: (Store | Tab)[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await ("kill" in each ? each.kill() : each.close());
});

async function storeOf(person = newPerson(), openHere = openStore): Promise<Store> {
  const opened = await openHere(learnerAccount(person), { transport: unreachable, hangDoorbell: silence });
  if (!opened.ok) throw new Error(opened.problem.code);
  if (openHere === openStore) open.push(opened.value);
  return opened.value;
}

async function anEntry({ records, person }: Store): Promise<Id<"log-entry">> {
  const learner = learnerOfPerson(person);
  const written = await records.create("log-entry", { learner }, (draft) => draft.type("did", words));
  if (!written.ok) throw new Error(written.problem.code);
  return written.value.id;
}

test("[A18] nothing of the words is in any table of this device, and only word of it waits to be sent", async () => {
  const store = await storeOf();
  const id = await anEntry(store);
  const about = { learner: learnerOfPerson(store.person) };
  const comment = await store.records.create("comment", about, (draft) => {
    draft.set("about", id);
    draft.type("words", `${words}, and more`);
  });
  if (!comment.ok) throw new Error(comment.problem.code);
  await store.records.change(id, (draft) => draft.type("did", `${words} again`));
  expect(await everythingReadableOf(store.person)).toContain(words);
  expect((await everythingReadableOf(store.person)).split(words).length).toBeGreaterThan(3);
  expect(await store.records.erase([id, comment.value.id])).toEqual({ ok: true, value: true });
  expect(await everythingReadableOf(store.person)).not.toContain(words);
  await untilStatus(store, ({ unsent }) => unsent === 2);
  expect(await store.records.get(id)).toBeUndefined();
  expect(await store.export()).not.toContain(words);
  await store.close();
  open.length = 0;
  const again = await storeOf(store.person);
  const entries = await firstAnswer<readonly unknown[]>(
    (listener) => again.records.watchAll("log-entry", {}, listener),
    () => true,
  );
  expect(entries).toEqual([]);
  expect(again.sync.status()).toMatchObject({ unsent: 2, refused: 0 });
});

test("[A18] an editor that has it open, here or in another tab, lets go of the words and keeps none aside", async () => {
  const store = await storeOf();
  const id = await anEntry(store);
  const tab = await openTab();
  open.push(tab);
  const other = await storeOf(store.person, tab.openStore);
  const editors = [await store.records.open(id), await other.records.open(id)];
  for (const editor of editors) editor.change((draft) => draft.type("learned", words));
  for (const editor of editors) await editor.flush();
  await store.records.erase([id]);
  for (const editor of editors) {
    const isGone = await firstAnswer<boolean>(
      (listener) => {
        queueMicrotask(() => listener(editor.value().did === ""));
        return editor.watch(() => listener(editor.value().did === ""));
      },
      (isSo) => isSo,
    );
    expect(isGone).toBe(true);
    editor.change((draft) => draft.type("learned", words));
    expect(await editor.flush()).toEqual(no("erased"));
    expect(editor.saving()).toEqual({ state: "failed", problem: { code: "erased" } });
    await editor.close();
  }
  expect(await store.records.change(id, (draft) => draft.type("did", words))).toEqual(no("erased"));
  expect(await everythingReadableOf(store.person)).not.toContain(words);
  expect(store.sync.status().refused).toBe(0);
});
