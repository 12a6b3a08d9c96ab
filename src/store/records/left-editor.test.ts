import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createId, personOfLearner } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { project } from "#model/record/record.ts";
import type { RowStorage } from "#store/ports.ts";
import { watchedStorage } from "#store/storage-failure.ts";
import { aDevice } from "#tests/support/one-device.ts";
import { aRow } from "#tests/support/rows.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { maisie } from "#tests/support/written.ts";
import { createLiveRows } from "#tests/sync/world/live.ts";
import { createRecords } from "./records.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const openRecords = (disk: ReturnType<typeof aDevice>["disk"], storage: RowStorage) =>
  createRecords(
    {
      storage: watchedStorage(storage),
      surroundings: { now: () => 6000, random: seededRandom(3) },
      person: personOfLearner(maisie),
      may: () => true,
      onSaved: () => undefined,
    },
    createLiveRows(disk),
  );

test("[S4] words whose page was left while the disk failed are put aside where the record is gone at the next try, and nobody is asked to stay for them", async () => {
  const row = aRow("Before");
  const { disk, storage, failNext } = aDevice(row);
  const records = openRecords(disk, storage);
  const editor = await records.open(row.id as Id<"log-entry">);
  failNext("rewrite");
  editor.change((draft) => draft.type("did", "Before and after"));
  await editor.close();
  expect(records.unsaved.isAny()).toBe(true);
  disk.rows.delete(row.id);
  await vi.runOnlyPendingTimersAsync();
  const aside = disk.refused.get(row.id);
  expect(aside?.problem).toEqual({ code: "not-found" });
  expect(aside && project(kindOf("log-entry"), aside.state).did).toBe("Before and after");
  expect(records.unsaved.isAny()).toBe(false);
});

test("a record that cannot be opened keeps none of those that are open from being kept", async () => {
  const row = aRow("Before");
  const { disk, storage, failNext } = aDevice(row);
  const records = openRecords(disk, storage);
  const editor = await records.open(row.id as Id<"log-entry">);
  editor.change((draft) => draft.type("did", "Before and after"));
  failNext("read");
  const opening = records.open(createId("log-entry", 6000, seededRandom(4)));
  await records.flush();
  expect(disk.rows.get(row.id)?.value["did"]).toBe("Before and after");
  await expect(opening).rejects.toThrow("storage failed");
});
