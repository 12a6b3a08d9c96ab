/**
 * What every storage must do, whatever database is behind it. Each implementation runs this suite
 * with a way to open an empty one.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOf } from "#model/record/bytes.ts";
import type { KeptRecord, Storage } from "#server/storage/storage.ts";
import { learner, organisation, person } from "#tests/support/server.ts";
import { record, scope } from "./kept.ts";
import { accounts, facts } from "./storage-facts.ts";
import { togetherness, transactions } from "./storage-writes.ts";

/** Runs the suite on a kind of storage. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`${name} keeps the storage contract`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());
    transactions(() => storage);
    togetherness(() => storage);
    records(() => storage);
    scopes(() => storage);
    facts(() => storage);
    accounts(() => storage);
  });
}

function records(storage: () => Storage): void {
  test("a record comes back as it was put, with and without what may be absent", async () => {
    const comment: KeptRecord = {
      ...record("b"),
      id: `comment_${"b".padEnd(26, "z")}`,
      kind: "comment",
      about: record("a").id,
    };
    const { learner: _, ...rest } = record("c", {
      org: organisation("school"),
      summary: { name: "Ann", late: true, steps: 3 },
    });
    const numbered = record("d", { stamps: { ...record("d").stamps, number: 4 } });
    await storage().write((t) => t.records.put([record("a"), comment, rest, numbered]));
    const found = await storage().read((t) =>
      t.records.byIds([record("a").id, comment.id, rest.id, numbered.id]),
    );
    expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [comment, record("a"), rest, numbered].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });

  test("putting a record again replaces its state, never its envelope", async () => {
    await storage().write((t) => t.records.put([record("a")]));
    const state = new Uint8Array([9, 9]);
    await storage().write((t) =>
      t.records.put([
        record("a", {
          state,
          hash: hashOf(state),
          stamps: { ...record("a").stamps, createdBy: person("zak") },
        }),
      ]),
    );
    const [found] = await storage().read((t) => t.records.byIds([record("a").id]));
    expect(found?.state).toEqual(state);
    expect(found?.stamps.createdBy).toBe(person("tess"));
  });

  test("more records than a statement takes are put and found", async () => {
    const many = Array.from({ length: 1300 }, (_, index) => record(`n${index}`));
    await storage().write((t) => t.records.put(many));
    expect(await storage().read((t) => t.records.byIds(many.map(({ id }) => id)))).toHaveLength(1300);
  });

  test("comments are found by what they are about, summaries by learner and kind", async () => {
    const comment: KeptRecord = {
      ...record("b"),
      id: `comment_${"b".padEnd(26, "z")}`,
      kind: "comment",
      about: record("a").id,
    };
    await storage().write((t) => t.records.put([record("a", { summary: { dueOn: "2026-12-01" } }), comment]));
    expect(await storage().read((t) => t.records.idsAbout(record("a").id))).toEqual([comment.id]);
    const summaries = await storage().read((t) =>
      t.records.summariesOfLearners([learner("ann")], ["target"]),
    );
    expect(summaries.map(({ id, summary }) => ({ id, summary }))).toEqual([
      { id: record("a").id, summary: { dueOn: "2026-12-01" } },
    ]);
  });

  test("history is kept oldest first, and a client id belongs to the device that took it", async () => {
    const rows = [1, 2].map((position) => ({
      record: record("a").id,
      position,
      at: position,
      by: person("ann"),
      device: "phone",
      ...(position > 1 && { previous: new Uint8Array([1]) }),
    }));
    await storage().write(async ({ history }) => {
      await history.add(rows);
      await history.addClients([{ record: record("a").id, client: 4_294_967_295, device: "phone" }]);
    });
    expect(await storage().read(({ history }) => history.of(record("a").id))).toEqual(rows);
    expect(await storage().read(({ history }) => history.clients([record("a").id]))).toEqual([
      { record: record("a").id, client: 4_294_967_295, device: "phone" },
    ]);
  });
}

function scopes(storage: () => Storage): void {
  const rows = (...positions: readonly number[]) =>
    positions.map((position) => ({ scope, record: record(`p${position}`).id, position, left: false }));

  test("rows of a scope come in order after a position, with the size of what they bring", async () => {
    await storage().write(async (t) => {
      await t.records.put([1, 2, 3].map((position) => record(`p${position}`)));
      await t.scopes.putRows(rows(3, 1, 2));
    });
    const found = await storage().read((t) => t.scopes.rowsAfter(scope, 1, 10));
    expect(found.map(({ position, sizeBytes }) => ({ position, sizeBytes }))).toEqual([
      { position: 2, sizeBytes: 2 },
      { position: 3, sizeBytes: 2 },
    ]);
    expect(await storage().read((t) => t.scopes.rowsAfter(scope, 0, 2))).toHaveLength(2);
  });

  test("a record stands in a scope once: moving it leaves no row behind, leaving is a row of size 0", async () => {
    await storage().write(async (t) => {
      await t.records.put([record("p1")]);
      await t.scopes.putRows(rows(1));
      await t.scopes.putRows([{ scope, record: record("p1").id, position: 7, left: true }]);
    });
    expect(await storage().read((t) => t.scopes.rowsAfter(scope, 0, 10))).toEqual([
      { scope, record: record("p1").id, position: 7, left: true, sizeBytes: 0 },
    ]);
    expect(await storage().read((t) => t.scopes.held(scope))).toEqual([]);
  });

  test("[P6] a commit is known by the position it ended at and its mark, and no other position is", async () => {
    await storage().write(async (t) => {
      await t.scopes.reserve(3);
      await t.scopes.addCommit({ position: 3, mark: "a mark" });
    });
    expect(await storage().read((t) => t.scopes.markAt(3))).toBe("a mark");
    expect(await storage().read((t) => t.scopes.markAt(2))).toBeUndefined();
  });

  test("[P6] the last commit is read with its mark; without one where none ended there, and as 0 at the start", async () => {
    expect(await storage().read((t) => t.scopes.last())).toEqual({ position: 0 });
    await storage().write((t) => t.scopes.reserve(3));
    expect(await storage().read((t) => t.scopes.last())).toEqual({ position: 3 });
    await storage().write((t) => t.scopes.addCommit({ position: 3, mark: "a mark" }));
    expect(await storage().read((t) => t.scopes.last())).toEqual({ position: 3, mark: "a mark" });
  });

  test("[A13] what was erased is gone with all that was kept of it, but for its id and that it was erased", async () => {
    const { id } = record("p1");
    const tray = {
      id,
      person: person("tess"),
      device: "tablet",
      envelope: "{}",
      state: record("p1").state,
      at: 5,
    };
    await storage().write(async (t) => {
      await t.records.put([record("p1"), record("p2")]);
      await t.history.add([
        { record: id, position: 1, at: 1, by: "b", device: "d", previous: new Uint8Array([1]) },
      ]);
      await t.history.addClients([{ record: id, client: 1, device: "d" }]);
      await t.facts.addToTray([tray]);
      await t.records.erase([id]);
      await t.records.erase([id]);
      await t.scopes.putRows([{ scope, record: id, position: 4, left: true, erased: true }]);
    });
    const [kept, history, clients, bytes, erased, feed] = await storage().read(async (t) => [
      await t.records.byIds([id]),
      await t.history.of(id),
      await t.history.clients([id]),
      await t.facts.trayBytes(person("tess")),
      await t.records.erased([id, record("p2").id]),
      await t.scopes.rowsAfter(scope, 0, 10),
    ]);
    expect({ kept, clients, bytes }).toEqual({ kept: [], clients: [], bytes: 0 });
    expect(history).toEqual([{ record: id, position: 1, at: 1, by: "b", device: "d" }]);
    expect(erased).toEqual(new Set([id]));
    expect(feed).toEqual([{ scope, record: id, position: 4, left: true, erased: true, sizeBytes: 0 }]);
  });

  test("[A23] an id that is cleared is another record's: nothing stands there, and nothing was erased", async () => {
    const [erased, standing, other] = [record("q1"), record("q2"), record("q3")];
    const ids = [erased.id, standing.id];
    const client = { record: standing.id, client: 1, device: "d" };
    await storage().write(async (t) => {
      await t.records.put([erased, standing, other]);
      await t.history.addClients([client, { ...client, record: other.id }]);
      await t.records.erase([erased.id, other.id]);
      await t.records.clear(ids);
    });
    const [kept, clients, gone] = await storage().read(async (t) => [
      await t.records.byIds(ids),
      await t.history.clients(ids),
      await t.records.erased([...ids, other.id]),
    ]);
    expect({ kept, clients, gone }).toEqual({ kept: [], clients: [], gone: new Set([other.id]) });
  });

  test("words of the server's own are read one by one or several at once, those that are there", async () => {
    await storage().write(async ({ meta }) => {
      await meta.put("a", "1");
      await meta.put("b", "2");
    });
    expect(await storage().read(({ meta }) => meta.get("b"))).toBe("2");
    expect(await storage().read(({ meta }) => meta.all(["a", "b", "c"]))).toEqual(
      new Map([
        ["a", "1"],
        ["b", "2"],
      ]),
    );
  });

  test("[S13] a change of the journal is noted once, however often it is said", async () => {
    await storage().write((t) => t.journal.note(["a", "b"]));
    await storage().write((t) => t.journal.note(["b"]));
    expect(await storage().read((t) => t.journal.known(["a", "b", "c"]))).toEqual(new Set(["a", "b"]));
  });

  test("marks of scopes come back as they were put, and none for scopes that never held anything", async () => {
    const mark = { scope, position: 2 ** 52, digest: 2 ** 48 - 1 };
    await storage().write((t) => t.scopes.putMarks([mark]));
    expect([...(await storage().read((t) => t.scopes.marks([scope, `log:${learner("ann")}`])))]).toEqual([
      [scope, mark],
    ]);
  });

  test("[S9] what moves in a scope is added to its digest, round the end of the numbers, and its position rises", async () => {
    const read = async () => (await storage().read((t) => t.scopes.marks([scope]))).get(scope);
    await storage().write((t) => t.scopes.addToMarks([{ scope, position: 4, digest: 2 ** 48 - 1 }]));
    expect(await read()).toEqual({ scope, position: 4, digest: 2 ** 48 - 1 });
    await storage().write((t) => t.scopes.addToMarks([{ scope, position: 9, digest: 3 }]));
    expect(await read()).toEqual({ scope, position: 9, digest: 2 });
  });
}
