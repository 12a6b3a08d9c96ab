import { expect, test } from "vitest";
import { no } from "#model/outcome.ts";
import type { Message } from "#model/wire/protocol.ts";
import { aDevice } from "#tests/support/one-device.ts";
import { aRow, idsOf, maisieOwn, retyped, wordsIn } from "#tests/support/rows.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { createReplicator } from "./replicator.ts";

test("[S5] a position is not stored when the rows of its page are not: the next round fetches them", async () => {
  const { server, disk, device, failNext } = aDevice();
  const rows = [aRow("One"), aRow("Two"), aRow("Three")];
  for (const row of rows) server.keep(row.envelope, row.state);
  failNext("rewrite", 2);
  expect((await device.round()).problem).toEqual({ code: "storage-full" });
  expect(disk.marks.positions).toEqual({ [maisieOwn]: 2 });
  expect(await device.round()).toMatchObject({ allSent: true });
  expect([...disk.rows.keys()].toSorted()).toEqual(idsOf(rows).toSorted());
});

test("[S8] a pull goes on over short and empty pages until the server has no more", async () => {
  const { server, disk, device } = aDevice();
  for (let count = 0; count < 7; count += 1) {
    const row = aRow(`Entry ${count}`);
    server.keep(row.envelope, row.state);
  }
  server.pageSize = 1;
  await device.round();
  expect(disk.rows.size).toBe(7);
});

test("a body that is no answer moves no position", async () => {
  const { server, disk, device } = aDevice();
  const row = aRow("Later");
  server.keep(row.envelope, row.state);
  server.before = async (name) => (name === "pull" ? no("server-failed") : undefined);
  expect((await device.round()).problem).toEqual({ code: "server-failed" });
  expect(disk.marks.positions).toEqual({});
});

/** Three records in pages of one, and what the server was asked from before each page was kept. */
function threePages() {
  const { server, disk, storage } = aDevice();
  for (const words of ["One", "Two", "Three"]) {
    const row = aRow(words);
    server.keep(row.envelope, row.state);
  }
  server.pageSize = 1;
  const asked: (number | undefined)[] = [];
  server.before = async (name, message) => {
    if (name === "pull") asked.push((message as Message<"pull">).positions[maisieOwn]);
    return undefined;
  };
  const deviceWhere = (whileKept: (page: number) => Promise<void>) => {
    let page = 0;
    return createReplicator({
      storage: {
        ...storage,
        rewrite: async (ids, rewrite) => {
          page += 1;
          await whileKept(page);
          return storage.rewrite(ids, rewrite);
        },
      },
      transport: server,
      surroundings: { now: () => 5000, random: seededRandom(1) },
      may: () => true,
    });
  };
  return { disk, storage, asked, deviceWhere };
}

test("[S8] the next page is on its way while one is being kept", async () => {
  const { disk, asked, deviceWhere } = threePages();
  const onTheWay: number[] = [];
  await deviceWhere(async () => void onTheWay.push(asked.length)).round();
  expect(onTheWay.slice(0, 3)).toEqual([2, 3, 3]);
  expect(disk.rows.size).toBe(3);
});

test("[S8] a page that was asked for too early is asked for anew", async () => {
  const { storage, asked, deviceWhere } = threePages();
  await deviceWhere(async (page) => {
    if (page === 2) await storage.changeMarks((marks) => ({ ...marks, positions: { [maisieOwn]: 0 } }));
  }).round();
  expect(asked.slice(0, 6)).toEqual([undefined, 1, 2, 0, 1, 2]);
});

test("[S5] a disk that fails while the next page is on its way keeps nothing of that page", async () => {
  const { disk, deviceWhere } = threePages();
  const device = deviceWhere(async (page) => {
    if (page === 2) throw new DOMException("no room", "QuotaExceededError");
  });
  expect((await device.round()).problem).toEqual({ code: "storage-full" });
  expect([disk.rows.size, disk.marks.positions[maisieOwn]]).toEqual([1, 1]);
  await device.round();
  expect(disk.rows.size).toBe(3);
});

test("[S5] what another tab fetched later is fetched again when an older page is kept after it", async () => {
  const { server, disk, storage, device } = aDevice();
  const [row, gone] = [aRow("As it was"), aRow("Soon to leave")];
  server.keep(row.envelope, row.state);
  server.keep(gone.envelope, gone.state);
  server.pageSize = 9;
  let isLate = true;
  const late = createReplicator({
    storage: {
      ...storage,
      rewrite: async (ids, rewrite) => {
        if (isLate && ids.includes(row.id)) {
          isLate = false;
          server.keep(row.envelope, retyped(row.state, "As others wrote it since"));
          server.end(gone.id, "left");
          await device.round();
        }
        return storage.rewrite(ids, rewrite);
      },
    },
    transport: server,
    surroundings: { now: () => 5000, random: seededRandom(1) },
    may: () => false,
  });
  await late.round();
  expect(wordsIn(disk.rows.get(row.id))).toBe("As others wrote it since");
  expect([...disk.rows.keys()]).toEqual([row.id]);
  expect(disk.marks.positions).toEqual({ [maisieOwn]: 4 });
  // Nothing was found by an audit: that would have offered it first.
  expect(server.asked).not.toContain("offer");
});
