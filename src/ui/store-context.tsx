/**
 * The open store and the signed-in person, for every component below. Nothing here reads a record:
 * see `use-record.ts`.
 */
import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import type { KindName, LearnerId } from "#model/id.ts";
import type { Account } from "#store/account.ts";
import type { Filter, Store, StoredRecord, SyncStatus } from "#store/store.ts";
import { createLive } from "./live.ts";
import type { Live } from "./live.ts";

/** Live records of a store, each shared by all who show it. */
export interface LiveRecords {
  /** Null while no such record is on this device. */
  record(id: string): Live<StoredRecord | null>;
  /** Newest first. */
  all(kind: KindName, filter: Filter): Live<readonly StoredRecord[]>;
  readonly status: Live<SyncStatus>;
}

interface SignedIn {
  readonly account: Account;
  readonly store: Store;
  readonly live: LiveRecords;
}

/** So that a screen that comes back shows at once what it knew. */
const lingerMs = 20_000;

const StoreContext = createContext<SignedIn | undefined>(undefined);

function createLiveRecords({ records, sync }: Store): LiveRecords {
  const kept = new Map<string, Live<unknown>>();
  const shared = <T,>(key: string, watch: Parameters<typeof createLive<T>>[0]): Live<T> => {
    const found = kept.get(key) as Live<T> | undefined;
    const live = found ?? createLive(watch, { lingerMs, onIdle: () => kept.delete(key), together: true });
    kept.set(key, live);
    return live;
  };
  return {
    record: (id) =>
      shared(id, (listener) => records.watch(id as StoredRecord["id"], (record) => listener(record ?? null))),
    all: (kind, filter) =>
      shared(`${kind} ${filter.learner ?? ""}`, (listener) => records.watchAll(kind, filter, listener)),
    status: createLive((listener) => {
      listener(sync.status());
      return sync.watch(() => listener(sync.status()));
    }),
  };
}

// Kept with the store and not in a component, since a page's records may be read before it is drawn.
const liveByStore = new WeakMap<Store, LiveRecords>();

/** The live records of an open store. */
export function liveRecordsOf(store: Store): LiveRecords {
  const live = liveByStore.get(store) ?? createLiveRecords(store);
  liveByStore.set(store, live);
  return live;
}

/** Makes a store and its account known to everything inside. */
export function StoreProvider({
  store,
  account,
  children,
}: Omit<SignedIn, "live"> & { children: ReactNode }) {
  const signedIn = useMemo(() => ({ store, account, live: liveRecordsOf(store) }), [store, account]);
  return <StoreContext value={signedIn}>{children}</StoreContext>;
}

function useSignedIn(): SignedIn {
  const signedIn = useContext(StoreContext);
  if (!signedIn) throw new Error("used outside <StoreProvider>");
  return signedIn;
}

/** The open store. */
export const useStore = (): Store => useSignedIn().store;
/** The signed-in person. */
export const useAccount = (): Account => useSignedIn().account;
/** The signed-in learner; for pages that only learners reach. */
export function useLearner(): LearnerId {
  const { learner } = useAccount();
  if (!learner) throw new Error("a learner's page, shown to somebody who does not learn");
  return learner;
}

/** The store's live records; components use the hooks of `use-record.ts` instead. */
export const useLiveRecords = (): LiveRecords => useSignedIn().live;
