/** What every row storage promises the replicator, as tests that each implementation runs. */
import { beforeEach, expect, test } from "vitest";
import type { Id } from "#model/id.ts";
import type { RowStorage } from "#store/ports.ts";
import { putAside } from "#store/replicate/put-aside.ts";
import type { Row } from "#store/replicate/row.ts";
import { aRow, idsOf, maisieOwn, retyped, wordsIn, wordsOfState } from "#tests/support/rows.ts";

/** The contract, on storages that `open` gives, each empty. */
export function testRowStorage(open: () => Promise<RowStorage>): void {
  let storage: RowStorage;
  beforeEach(async () => {
    storage = await open();
  });
  const put = (...rows: Row[]): Promise<void> => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    return storage.rewrite(idsOf(rows), (_before, id) => byId.get(id) ?? "leave");
  };
  const readOne = async (id: Id): Promise<Row | undefined> => (await storage.read([id])).get(id);
  const allIds = async (): Promise<Id[]> => {
    const ids: Id[] = [];
    for await (const page of storage.pages()) ids.push(...idsOf(page));
    return ids;
  };

  test("a row comes back as it was put, bytes and all", async () => {
    const row = aRow("Soldered a joint – “finally”", {
      base: new Uint8Array([0, 255, 128, 1]),
      receipt: "signed",
      scopes: [maisieOwn],
      stamps: { createdBy: "person_x", createdAt: 5, arrivedAt: 6, number: 2 },
    });
    await put(row);
    expect(await readOne(row.id)).toEqual(row);
  });

  test("a rewrite gets what is stored now, and nothing where nothing is", async () => {
    const [there, missing] = [aRow("There"), aRow("Missing")];
    await put(there);
    const seen: unknown[] = [];
    await storage.rewrite(idsOf([there, missing]), (row) => {
      seen.push(wordsIn(row));
      return "leave";
    });
    expect(seen).toEqual(["There", undefined]);
    expect(await readOne(missing.id)).toBeUndefined();
  });

  test("a dropped row is gone, and may come back", async () => {
    const row = aRow("Once");
    await put(row);
    await storage.rewrite([row.id], () => "drop");
    expect(await readOne(row.id)).toBeUndefined();
    expect(await allIds()).toEqual([]);
    expect(await storage.unsent(10)).toEqual([]);
    await put({ ...row, localRev: 7 });
    expect((await readOne(row.id))?.localRev).toBe(7);
  });

  test("two rewrites of one row at once both count", async () => {
    const row = aRow("Counted");
    await put(row);
    const addOne = () =>
      storage.rewrite([row.id], (now) => (now ? { ...now, localRev: now.localRev + 1 } : "leave"));
    await Promise.all([addOne(), addOne(), addOne()]);
    expect((await readOne(row.id))?.localRev).toBe(4);
  });

  test("unsent rows come in the order in which they began to wait, as many as asked for", async () => {
    const rows = [aRow("b"), aRow("a"), aRow("c")];
    for (const row of rows) await put(row);
    const [first, second, third] = idsOf(rows);
    expect(idsOf(await storage.unsent(10))).toEqual([first, second, third]);
    expect(idsOf(await storage.unsent(2))).toEqual([first, second]);
    await storage.rewrite([first as Id], (row) => (row ? { ...row, localRev: 2 } : "leave"));
    expect(idsOf(await storage.unsent(1))).toEqual([first]);
    await storage.rewrite([first as Id], (row) => (row ? { ...row, ackedRev: 2 } : "leave"));
    expect(idsOf(await storage.unsent(10))).toEqual([second, third]);
  });

  test("pages show every row once, also while rows are rewritten", async () => {
    const rows = Array.from({ length: 1203 }, (_, index) => aRow(`Row ${index}`));
    await put(...rows);
    const seen: Id[] = [];
    for await (const page of storage.pages()) {
      seen.push(...idsOf(page));
      await storage.rewrite(idsOf(page), (row) => (row ? { ...row, localRev: row.localRev + 1 } : "leave"));
    }
    expect(seen.toSorted()).toEqual(idsOf(rows).toSorted());
  });

  test("marks start empty, and concurrent changes of them are all kept", async () => {
    expect(await storage.readMarks()).toEqual({ positions: {}, opened: [] });
    await Promise.all([
      storage.changeMarks((marks) => ({ ...marks, epoch: "one" })),
      storage.changeMarks((marks) => ({ ...marks, positions: { ...marks.positions, [maisieOwn]: 4 } })),
    ]);
    expect(await storage.readMarks()).toEqual({ epoch: "one", positions: { [maisieOwn]: 4 }, opened: [] });
  });

  test("what was refused stays until it is taken off, oldest first", async () => {
    const [late, early] = [aRow("Late"), aRow("Early")];
    const problem = { code: "not-allowed" } as const;
    const refusedOf = ({ id, envelope, state }: Row, refusedAt: number) => ({
      id,
      envelope,
      state,
      problem,
      refusedAt,
    });
    await storage.putRefused(late.id, () => refusedOf(late, 2));
    await storage.putRefused(early.id, () => refusedOf(early, 1));
    expect(await storage.refused()).toEqual([refusedOf(early, 1), refusedOf(late, 2)]);
    await storage.dropRefused(early.id);
    expect(await storage.refused()).toEqual([refusedOf(late, 2)]);
  });

  test("what was added to the tray since it was looked at is not taken off with it", async () => {
    const { id, envelope, state } = aRow("Twice");
    const problem = { code: "not-allowed" } as const;
    await storage.putRefused(id, () => ({ id, envelope, state, problem, refusedAt: 5 }));
    await storage.dropRefused(id, 4);
    expect(await storage.refused()).toHaveLength(1);
    await storage.dropRefused(id, 5);
    expect(await storage.refused()).toEqual([]);
  });

  test("[S4] two who put words of one record into the tray at once keep both", async () => {
    const { id, envelope, state } = aRow("First");
    const problem = { code: "not-allowed" } as const;
    const surroundings = { now: () => 5 };
    await Promise.all(
      ["Second", "Third"].map((words) =>
        putAside({ storage, surroundings }, { id, envelope, state: retyped(state, words), problem }),
      ),
    );
    const [kept] = await storage.refused();
    expect(kept && wordsOfState(kept.state)).toContain("Second");
    expect(kept && wordsOfState(kept.state)).toContain("Third");
  });
}
