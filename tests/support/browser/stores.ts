/** Opens stores for browser tests, with a server that tests put in its place. */
import { learnerOfPerson } from "#model/id.ts";
import type { PersonId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Account } from "#store/account.ts";
import type { HangDoorbell } from "#store/sync/doorbell.ts";
import type { Transport } from "#store/ports.ts";
import type { Store, StoredRecord, SyncStatus } from "#store/store.ts";

/** A doorbell nobody rings. */
export const silence: HangDoorbell = () => ({ listen: () => undefined, stop: () => undefined });

/** A server that cannot be reached. */
export const unreachable: Transport = { ask: async () => no("offline") };

/** The account of a learner. */
export const learnerAccount = (person: PersonId): Account => ({
  person,
  name: "Maisie",
  userName: "maisie",
  device: "device-1",
  learner: learnerOfPerson(person),
  home: "learner",
  signedInAt: 1_790_000_000_000,
});

/** Resolves with the first answer of a live question that is as `wanted`. */
export const firstAnswer = <T>(
  watch: (listener: (answer: T) => void) => () => void,
  wanted: (answer: T) => boolean,
): Promise<T> =>
  new Promise((resolve) => {
    const unwatch = watch((answer) => {
      if (!wanted(answer)) return;
      resolve(answer);
      queueMicrotask(() => unwatch());
    });
  });

/** The words of the person's entries, newest first, once there are as many as wanted. */
export async function wordsOfEntries(store: Store, count: number): Promise<string[]> {
  const entries = await firstAnswer<readonly StoredRecord<"log-entry">[]>(
    (listener) => store.records.watchAll("log-entry", {}, listener),
    (records) => records.length >= count,
  );
  return entries.map(({ value }) => value.did);
}

/** Resolves once the store's status is as wanted. */
export const untilStatus = (store: Store, wanted: (status: SyncStatus) => boolean): Promise<SyncStatus> =>
  firstAnswer<SyncStatus>((listener) => {
    queueMicrotask(() => listener(store.sync.status()));
    return store.sync.watch(() => listener(store.sync.status()));
  }, wanted);
