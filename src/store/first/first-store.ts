/**
 * A store before it is open: it shows what lies on the disk, and does everything else as soon as the store is
 * open. It stays in the store's place, so that nothing above it has to change hands.
 */
import { mayWrite } from "#model/access.ts";
import type { Sealing } from "#store/database/sealing.ts";
import { circleAmong } from "#store/records/circle.ts";
import type { Store, Sync, SyncStatus } from "#store/store.ts";
import { firstLists, firstRecords } from "./first-records.ts";
import type { Opening } from "./opening.ts";
import type { FirstReading } from "./reading.ts";

/** The store of a first reading, over the opening of the same person's store; undefined where only that can tell. */
export async function createFirstStore(
  reading: FirstReading,
  opening: Opening,
  sealing?: Sealing,
): Promise<Store | undefined> {
  const { person, device } = reading.account;
  const lists = firstLists(reading, sealing);
  const members = Promise.all([lists.all("membership", {}), lists.all("membership-ended", {})]);
  const [read] = await Promise.allSettled([members]);
  if (read.status === "rejected") {
    reading.close();
    return undefined;
  }
  const circle = circleAmong(...read.value);
  const { now: opened, needed, following } = opening;
  following(() => {
    reading.close();
    return () => undefined;
  });
  return {
    person,
    device,
    records: firstRecords(lists, opening),
    sync: firstSync(reading.status, opening),
    circle: () => opened()?.circle() ?? circle,
    may: (write) => opened()?.may(write) ?? mayWrite(circle, person, write),
    seen: {
      at: async (key) => {
        const [at] = await Promise.allSettled([opened()?.seen.at(key) ?? reading.seenAt(key)]);
        return at.status === "fulfilled" ? at.value : (await needed()).seen.at(key);
      },
      mark: async (key) => (await needed()).seen.mark(key),
    },
    looked: {
      at: async (ids) => (await needed()).looked.at(ids),
      note: async (prints) => (await needed()).looked.note(prints),
      watchOwn: (listener) => following(({ looked }) => looked.watchOwn(listener)),
    },
    export: async () => (await needed()).export(),
    close: () => {
      reading.close();
      return opening.close();
    },
  };
}

const firstSync = (status: SyncStatus, { now, needed, following }: Opening): Sync => ({
  status: () => now()?.sync.status() ?? status,
  watch: (listener) =>
    following(({ sync }) => {
      listener();
      return sync.watch(listener);
    }),
  ring: () => void needed().then(({ sync }) => sync.ring()),
  sendNow: async () => (await needed()).sync.sendNow(),
  refused: async () => (await needed()).sync.refused(),
  settleRefused: async (id, refusedAt) => (await needed()).sync.settleRefused(id, refusedAt),
  retryRefused: async (id) => (await needed()).sync.retryRefused(id),
  openLearner: async (learner) => (await needed()).sync.openLearner(learner),
});
