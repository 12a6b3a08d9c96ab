import { expect, test } from "vitest";
import { personOfLearner } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Row } from "#store/replicate/row.ts";
import { watchedStorage } from "#store/storage-failure.ts";
import { aDevice, anotherTab, type } from "#tests/support/one-device.ts";
import { aRow, maisieOwn, retyped, wordsIn } from "#tests/support/rows.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { maisie } from "#tests/support/written.ts";
import { createLiveRows } from "#tests/sync/world/live.ts";
import { eraseRecords } from "./erasing.ts";
import { createRecords } from "./records.ts";

const words = "Nobody should read this";

/** Two tabs of one device, each with a replicator, and a person who erases. */
function twoTabs(...rows: readonly Row[]) {
  const bench = aDevice(...rows);
  const surroundings = { now: () => 6000, random: seededRandom(3) };
  const ground = {
    storage: watchedStorage(bench.storage),
    surroundings,
    person: personOfLearner(maisie),
    may: () => true,
    onSaved: () => undefined,
  };
  const other = anotherTab(bench);
  const records = createRecords(ground, createLiveRows(bench.disk));
  return { ...bench, other, records, erase: (...ids: Id[]) => eraseRecords(ground, ids) };
}

type Tabs = ReturnType<typeof twoTabs>;

/** What is shown on the device of a record, or lies in its refused tray. */
const shownOf = ({ disk }: Tabs, id: Id): unknown =>
  wordsIn(disk.rows.get(id)) || (disk.refused.has(id) ? "in the tray" : "");

/** Notes whenever the device shows a record, after every call that writes. */
function watchShown(tabs: Tabs, id: Id): { readonly seen: unknown[] } {
  const seen: unknown[] = [];
  const { storage } = tabs;
  const before = { ...storage };
  storage.rewrite = async (ids, change) => {
    await before.rewrite(ids, change);
    const shown = shownOf(tabs, id);
    if (shown !== "") seen.push(shown);
  };
  return { seen };
}

/** Does something while the first answer to a pull is on its way to the first tab. */
function whilePulling({ server }: Tabs, work: () => Promise<unknown>): void {
  let isOver = false;
  server.after = async (name) => {
    if (name !== "pull" || isOver) return undefined;
    isOver = true;
    await work();
    return undefined;
  };
}

test("[A19] an older page that a tab still keeps brings nothing back that another tab has erased and sent", async () => {
  const row = aRow(words);
  const tabs = twoTabs(row);
  await tabs.device.round();
  tabs.server.keep(row.envelope, retyped(row.state, `${words} again`));
  let watched = { seen: [] as unknown[] };
  whilePulling(tabs, async () => {
    await tabs.erase(row.id);
    watched = watchShown(tabs, row.id);
    expect(await tabs.other.round()).toMatchObject({ refused: 0, allSent: true });
  });
  expect(await tabs.device.round()).toMatchObject({ allSent: true });
  expect(watched.seen).toEqual([]);
  expect(tabs.server.held.get(row.id)).toMatchObject({ change: "erased" });
  expect(await tabs.other.round()).toMatchObject({ allSent: true });
});

test.for(["erased", "left"] as const)(
  "[A10] an older page that a tab still waits for never shows again what was %s since, as another tab has heard",
  async (how) => {
    const row = aRow(words);
    const tabs = twoTabs(row);
    await tabs.device.round();
    tabs.server.keep(row.envelope, retyped(row.state, `${words} again`));
    let watched = { seen: [] as unknown[] };
    whilePulling(tabs, async () => {
      tabs.server.end(row.id, how);
      await tabs.other.round();
      watched = watchShown(tabs, row.id);
    });
    expect(await tabs.device.round()).toMatchObject({ allSent: true });
    expect(watched.seen).toEqual([]);
    expect(tabs.disk.rows.has(row.id)).toBe(false);
  },
);

test("[A19] a page asked for before the server said that it is erased brings nothing back after it said so", async () => {
  const row = aRow(words);
  const tabs = twoTabs(row);
  await tabs.device.round();
  await tabs.erase(row.id);
  tabs.server.keep(row.envelope, retyped(row.state, `${words} again`));
  let watched = { seen: [] as unknown[] };
  tabs.server.before = async (name) => (name === "push" ? no("server-failed") : undefined);
  whilePulling(tabs, async () => {
    watched = watchShown(tabs, row.id);
    tabs.server.before = async () => undefined;
    await tabs.other.round();
    await tabs.other.round();
  });
  await tabs.device.round();
  expect(await tabs.device.round()).toMatchObject({ allSent: true });
  expect(watched.seen).toEqual([]);
  expect(tabs.server.held.get(row.id)).toMatchObject({ change: "erased" });
});

test("[A19] an older page brings nothing back whichever write of the round that sends the erasure fails", async () => {
  for (let nth = 1; nth <= 12; nth += 1) {
    const row = aRow(words);
    const tabs = twoTabs(row);
    await tabs.device.round();
    tabs.server.keep(row.envelope, retyped(row.state, `${words} again`));
    let watched = { seen: [] as unknown[] };
    whilePulling(tabs, async () => {
      await tabs.erase(row.id);
      watched = watchShown(tabs, row.id);
      tabs.failNext("rewrite", nth);
      await tabs.other.round();
    });
    await tabs.device.round();
    // The write that fails may be in any of these.
    for (let round = 0; round < 6; round += 1) await tabs.other.round();
    expect(await tabs.other.round()).toMatchObject({ refused: 0, allSent: true });
    expect([nth, watched.seen]).toEqual([nth, []]);
    expect(tabs.server.held.get(row.id)).toMatchObject({ change: "erased" });
  }
});

test("[A19] what is left of it once the server has erased it holds no word, waits for nothing and goes with its scope", async () => {
  const row = aRow(words);
  const tabs = twoTabs(row);
  await tabs.device.round();
  await tabs.erase(row.id);
  expect(await tabs.device.round()).toMatchObject({ allSent: true });
  const left = tabs.disk.rows.get(row.id);
  expect(left).toMatchObject({ erased: true, scopes: [maisieOwn] });
  expect([wordsIn(left), left?.base, left?.serverHash, left?.receipt]).toEqual([
    "",
    undefined,
    undefined,
    undefined,
  ]);
  tabs.server.asked.length = 0;
  expect(await tabs.other.round()).toMatchObject({ sent: 0, refused: 0, allSent: true });
  expect(tabs.server.asked).not.toContain("push");
  tabs.server.forget = [maisieOwn];
  await tabs.device.round();
  expect(tabs.disk.rows.size).toBe(0);
});

test("[A18] a server put back to before it heard of the erasure is told again, and the words stay away", async () => {
  const row = aRow(words);
  const tabs = twoTabs(row);
  await tabs.device.round();
  await tabs.erase(row.id);
  await tabs.device.round();
  const watched = watchShown(tabs, row.id);
  const erasures = [...tabs.disk.rows.keys()].filter((id) => id.startsWith("erasure"));
  tabs.server.restoreWithout(erasures);
  expect(tabs.server.held.get(row.id)?.change).toBeUndefined();
  await tabs.device.round();
  expect(await tabs.other.round()).toMatchObject({ allSent: true });
  expect(tabs.server.held.get(row.id)).toMatchObject({ change: "erased" });
  expect(watched.seen).toEqual([]);
});

test("[A18] words refused while another tab erases them are neither in the tray nor shown", async () => {
  const row = aRow(words);
  const tabs = twoTabs(row);
  await tabs.device.round();
  await type(tabs.storage, row.id, `${words} again`);
  tabs.server.refuses = (id) => (id === row.id ? { code: "not-allowed" } : undefined);
  const before = { ...tabs.storage };
  tabs.storage.putRefused = async (id, put) => {
    if (id === row.id) await tabs.erase(row.id);
    await before.putRefused(id, put);
  };
  tabs.server.before = async (name) => (name === "pull" ? no("offline") : undefined);
  await tabs.device.round();
  await tabs.device.round();
  expect(shownOf(tabs, row.id)).toBe("");
  expect(tabs.disk.rows.get(row.id)).toMatchObject({ erased: true });
});

test("[A18] an editor that is closed over what another tab has erased leaves nothing in the tray", async () => {
  const row = aRow(words);
  const tabs = twoTabs(row);
  const editor = await tabs.records.open(row.id as Id<"log-entry">, { learner: maisie });
  await tabs.erase(row.id);
  editor.change((draft) => draft.type("did", `${words} again`));
  await editor.close();
  expect(shownOf(tabs, row.id)).toBe("");
});

test.for([
  { what: "a pull", typed: words },
  { what: "a push", typed: `${words} again` },
])(
  "[A19] words still open in an editor are neither shown nor put aside where the disk failed in erasing them, and the answer to $what says first that they are gone",
  async ({ typed }) => {
    const row = aRow(words);
    const tabs = twoTabs(row);
    await tabs.device.round();
    await type(tabs.storage, row.id, typed);
    const editor = await tabs.records.open(row.id as Id<"log-entry">, { learner: maisie });
    tabs.failNext("rewrite", 2);
    expect(await tabs.erase(row.id)).toEqual(no("storage-full"));
    // What the server says to the erasure is lost on its way.
    let isLost = false;
    tabs.server.after = async (name) => {
      if (name !== "push" || isLost) return undefined;
      isLost = true;
      return no("server-failed");
    };
    await tabs.device.round();
    expect(tabs.disk.rows.get(row.id)).toMatchObject({ erased: true });
    editor.change((draft) => draft.type("did", `${words} at last`));
    await editor.close();
    expect(shownOf(tabs, row.id)).toBe("");
    expect(await tabs.other.round()).toMatchObject({ allSent: true });
    expect([tabs.disk.refused.size, tabs.server.tray.size]).toEqual([0, 0]);
  },
);
