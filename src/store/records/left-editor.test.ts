import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { personOfLearner } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { project } from "#model/record/record.ts";
import { watchedStorage } from "#store/storage-failure.ts";
import { aDevice } from "#tests/support/one-device.ts";
import { aRow } from "#tests/support/rows.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { maisie } from "#tests/support/written.ts";
import { createLiveRows } from "#tests/sync/world/live.ts";
import { createRecords } from "./records.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("[S4] words whose page was left while the disk failed are put aside where the record is gone at the next try, and nobody is asked to stay for them", async () => {
  const row = aRow("Before");
  const { disk, storage, failNext } = aDevice(row);
  const ground = {
    storage: watchedStorage(storage),
    surroundings: { now: () => 6000, random: seededRandom(3) },
    person: personOfLearner(maisie),
    may: () => true,
    onSaved: () => undefined,
  };
  const records = createRecords(ground, createLiveRows(disk));
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
