/** How long staff may read what is on a device that does not reach the server. It locks, and never deletes. */
import type { Instant } from "#model/time.ts";
import type { Account } from "./account.ts";
import type { Marks } from "./ports.ts";
import type { SyncStatus } from "./store.ts";

const leaseMs = 30 * 86_400_000;

/** When reading here ends; undefined for a learner, whose own record has no lease, and before the first contact. */
export const readableUntil = (home: Account["home"], { serverTime }: Marks): Instant | undefined =>
  home === "learner" || serverTime === undefined ? undefined : serverTime + leaseMs;

/** True when the lease has run out. A clock that was set back does not lengthen it beyond the last contact. */
export const isReadingLocked = (status: Pick<SyncStatus, "readableUntil">, now: Instant): boolean =>
  status.readableUntil !== undefined && now > status.readableUntil;
