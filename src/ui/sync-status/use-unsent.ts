/** Everything on this device that the server has not acknowledged. */
import { useMemo } from "react";
import { kindNames } from "#model/id.ts";
import type { KindName } from "#model/id.ts";
import type { Records, StoredRecord } from "#store/store.ts";
import { createLive } from "#ui/live.ts";
import { useStore } from "#ui/store-context.tsx";
import { useLive } from "#ui/use-record.ts";

const watchUnsent = (records: Records) => (listener: (unsent: readonly StoredRecord[]) => void) => {
  const found = new Map<KindName, readonly StoredRecord[]>();
  const unwatches = kindNames.map((kind) =>
    records.watchAll(kind, {}, (all) => {
      found.set(
        kind,
        all.filter((record) => record.unsent),
      );
      if (found.size === kindNames.length) listener([...found.values()].flat());
    }),
  );
  return () => unwatches.forEach((unwatch) => unwatch());
};

/** Newest first within each kind; undefined while it loads. */
export function useUnsent(): readonly StoredRecord[] | undefined {
  const { records } = useStore();
  const live = useMemo(() => createLive(watchUnsent(records)), [records]);
  return useLive(live);
}
