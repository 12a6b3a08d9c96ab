import { expect, test } from "vitest";
import type { Id } from "#model/id.ts";
import { personOfLearner } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { no } from "#model/outcome.ts";
import { mergeStates, project } from "#model/record/record.ts";
import type { Row } from "#store/replicate/row.ts";
import { watchedStorage } from "#store/storage-failure.ts";
import { aDevice as aBench, type } from "#tests/support/one-device.ts";
import { aRow, maisieOwn, retyped, wordsIn } from "#tests/support/rows.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { maisie } from "#tests/support/written.ts";
import { eraseRecords } from "./erasing.ts";

const words = "Nobody should read this";

/** A device whose person erases what it holds; `mayErase` says whether its person may. */
function aDevice(rows: readonly Row[], { mayErase = true } = {}) {
  const bench = aBench(...rows);
  const ground = {
    storage: watchedStorage(bench.storage),
    surroundings: { now: () => 6000, random: seededRandom(3) },
    person: personOfLearner(maisie),
    may: () => mayErase,
    onSaved: () => undefined,
  };
  return { ...bench, erase: (...ids: Id[]) => eraseRecords(ground, ids) };
}

type Device = ReturnType<typeof aDevice>;

/** Every text that the device or the server could still show. */
function everythingSaid({ disk, server }: Device): string {
  const states = [
    ...[...disk.rows.values()].flatMap(({ state, base }) => (base ? [state, base] : [state])),
    ...[...disk.refused.values()].map(({ state }) => state),
    ...server.tray.values(),
  ];
  const said = states.map((state) => JSON.stringify(project(kindOf("log-entry"), mergeStates(state))));
  return [...said, ...[...disk.rows.values()].map(({ value }) => JSON.stringify(value))].join();
}

/** The kinds of what a device holds, but for what is left of what was erased. */
const standingOn = ({ disk }: Device): readonly string[] =>
  [...disk.rows.values()].filter((row) => !row.erased).map(({ envelope }) => envelope.kind);

const erasuresOn = ({ disk }: Device) =>
  [...disk.rows.values()].filter(({ envelope }) => envelope.kind === "erasure");

test("[A18] what is erased leaves the device at once, and only word of it waits to be sent", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  device.disk.refused.set(row.id, { ...row, problem: { code: "not-allowed" }, refusedAt: 1 });
  expect(await device.erase(row.id)).toEqual({ ok: true, value: true });
  expect(everythingSaid(device)).not.toContain(words);
  expect(device.disk.refused.size).toBe(0);
  const waiting = await device.storage.unsent(9);
  expect(waiting.map(({ envelope, value }) => [envelope.kind, value["record"]])).toEqual([
    ["erasure", row.id],
  ]);
});

test("[A18] an entry that was never sent is erased without a word of it having been sent", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  const sent: string[] = [];
  device.server.before = async (name, message) => {
    if (name === "push")
      for (const { state } of (message as { records: readonly Row[] }).records)
        sent.push(project(kindOf("log-entry"), state).did);
    return undefined;
  };
  await device.erase(row.id);
  expect(await device.device.round()).toMatchObject({ refused: 0, allSent: true });
  expect(sent.filter((said) => said !== "")).toEqual([]);
  expect(standingOn(device)).toEqual(["erasure"]);
  expect(device.server.held.get(row.id)).toMatchObject({ change: "erased" });
});

test("[A18] an entry whose answer was lost, so that the device thinks it unsent, is erased there too", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  device.server.after = async (name) => (name === "push" ? no("offline") : undefined);
  await device.device.round();
  await device.erase(row.id);
  device.server.after = async () => undefined;
  expect(await device.device.round()).toMatchObject({ allSent: true });
  expect(device.server.held.get(row.id)).toMatchObject({ change: "erased" });
  expect(standingOn(device)).toEqual(["erasure"]);
});

test("[A18] neither an answer that was under way, a page nor an audit brings the words back", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  let isOver = false;
  device.server.after = async (name) => {
    if (name === "push" && !isOver) {
      isOver = true;
      await device.erase(row.id);
    }
    return undefined;
  };
  device.server.before = async (name) => (isOver && name === "push" ? no("server-failed") : undefined);
  await device.device.round();
  expect(everythingSaid(device)).not.toContain(words);
  device.server.keep(row.envelope, retyped(row.state, `${words} again`));
  await device.device.round();
  await device.device.round();
  expect(everythingSaid(device)).not.toContain(words);
  expect(erasuresOn(device)).toHaveLength(1);
  device.server.before = async () => undefined;
  expect(await device.device.round()).toMatchObject({ allSent: true });
  expect(standingOn(device)).toEqual(["erasure"]);
});

test("[A18] a server put back to before it had the entry hears of the erasure all the same", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  await device.device.round();
  await device.erase(row.id);
  device.server.restoreWithout([row.id]);
  await device.device.round();
  expect(await device.device.round()).toMatchObject({ allSent: true });
  expect(device.server.held.get(row.id)).toMatchObject({ change: "erased" });
  expect(everythingSaid(device)).not.toContain(words);
});

test("[A18] batches of one send an erasure too, after what is left of the entry", async () => {
  const rows = [aRow(words), aRow(`${words}, nor this`)];
  const device = aDevice(rows);
  await device.erase(...rows.map(({ id }) => id));
  const batches: number[] = [];
  device.server.before = async (name, message) => {
    if (name !== "push") return undefined;
    batches.push((message as { records: readonly unknown[] }).records.length);
    return batches.length < 3 ? no("malformed") : undefined;
  };
  expect(await device.device.round()).toMatchObject({ refused: 0, allSent: true });
  expect(batches.slice(0, 3)).toEqual([4, 2, 1]);
  for (const { id } of rows) expect(device.server.held.get(id)).toMatchObject({ change: "erased" });
});

test("[A18] where the server does not allow it, the words come back, and the tray says so", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  await device.device.round();
  await device.erase(row.id);
  device.server.refuses = (id) => (id.startsWith("erasure") ? { code: "not-allowed" } : undefined);
  await device.device.round();
  await device.device.round();
  expect(wordsIn(device.disk.rows.get(row.id))).toBe(words);
  expect(device.disk.rows.get(row.id)).toMatchObject({ scopes: [maisieOwn] });
  const [refused] = device.disk.refused.values();
  expect(refused).toMatchObject({ problem: { code: "not-allowed" }, envelope: { kind: "erasure" } });
});

test("[A18] nothing is written into what is erased, and what may not be erased stays as it is", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  await device.erase(row.id);
  await type(device.storage, row.id, "More");
  expect(wordsIn(device.disk.rows.get(row.id))).toBe("");
  expect(await device.erase(row.id)).toEqual(no("not-found"));
  const kept = aDevice([row], { mayErase: false });
  expect(await kept.erase(row.id)).toEqual(no("not-allowed"));
  expect(kept.disk.rows.get(row.id)).toEqual(row);
});

test("[A18] a disk that fails erases nothing, and says so", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  device.failNext("rewrite");
  expect(await device.erase(row.id)).toEqual(no("storage-full"));
  expect(wordsIn(device.disk.rows.get(row.id))).toBe(words);
});

test("[A18] a disk that fails halfway takes no words away that no erasure follows", async () => {
  const row = aRow(words);
  const device = aDevice([row]);
  device.failNext("rewrite", 2);
  expect(await device.erase(row.id)).toEqual(no("storage-full"));
  expect(wordsIn(device.disk.rows.get(row.id))).toBe(words);
  expect(erasuresOn(device)).toHaveLength(1);
  expect(await device.device.round()).toMatchObject({ refused: 0, allSent: true });
  expect(device.server.held.get(row.id)).toMatchObject({ change: "erased" });
  expect(everythingSaid(device)).not.toContain(words);
});
