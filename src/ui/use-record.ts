/**
 * How components read records: live, from this device alone, undefined for the moment until they
 * come. Writing goes through `useEditor` (typing) or the store's `records.change` (a tap).
 */
import { useSyncExternalStore } from "react";
import type { Circle } from "#model/access.ts";
import type { Id, KindName, LearnerId, PersonId } from "#model/id.ts";
import type { Filter, StoredRecord, SyncStatus } from "#store/store.ts";
import { never } from "./live.ts";
import type { Live } from "./live.ts";
import { useAccount, useLiveRecords, useStore } from "./store-context.tsx";

/** What a live value is now; renders again when it changes. */
export const useLive = <T>(live: Live<T>): T | undefined =>
  useSyncExternalStore(live.subscribe, live.current);

/** The record with this id: undefined while it loads (or without an id), null when it is not on this device. */
export function useRecord<K extends KindName>(id: Id<K> | undefined): StoredRecord<K> | null | undefined {
  const live = useLiveRecords();
  return useLive(id === undefined ? never : (live.record(id) as Live<StoredRecord<K> | null>));
}

/** All records of a kind on this device, newest first; undefined while they load. */
export function useRecords<K extends KindName>(
  kind: K,
  filter: Filter = {},
): readonly StoredRecord<K>[] | undefined {
  return useLive(useLiveRecords().all(kind, filter) as Live<readonly StoredRecord<K>[]>);
}

/** A learner's records of a kind; undefined while they load, or without a learner. */
export function useRecordsOf<K extends KindName>(
  kind: K,
  learner: LearnerId | undefined,
): readonly StoredRecord<K>[] | undefined {
  const live = useLiveRecords();
  return useLive(
    learner === undefined ? never : (live.all(kind, { learner }) as Live<readonly StoredRecord<K>[]>),
  );
}

/** A person as others may know them. */
export interface KnownPerson {
  readonly id: PersonId;
  /** Undefined when this device does not know them, such as somebody who left. */
  readonly name: string | undefined;
  /** Any text that chooses a drawn person. */
  readonly picture?: string;
  readonly isMe: boolean;
}

/** A person; undefined while they load. */
export function usePerson(id: PersonId | undefined): KnownPerson | undefined {
  const record = useRecord(id);
  const account = useAccount();
  if (id === undefined || record === undefined) return undefined;
  const isMe = id === account.person;
  const { name = isMe ? account.name : undefined, picture } = record?.value ?? {};
  return { id, name, isMe, ...(picture === undefined ? {} : { picture }) };
}

/** Who belongs to whom, as far as this device knows; renders again when that changes. */
export function useCircle(): Circle {
  useRecords("membership");
  useRecords("membership-ended");
  return useStore().circle();
}

/** How far this device's records have been sent. */
export function useSyncStatus(): SyncStatus {
  const { sync } = useStore();
  return useLive(useLiveRecords().status) ?? sync.status();
}
