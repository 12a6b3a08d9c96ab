/**
 * How long staff may read what is on a device that does not reach the server. It locks, and never deletes.
 * A clock may be wrong, or be set: time is counted by this device's clock from the meeting on, and what ran
 * out once stays so until the server is met again. Source: RULES S14.
 */
import type { Instant } from "#model/time.ts";
import type { Account } from "./account.ts";
import type { Marks } from "./ports.ts";
import type { SyncStatus } from "./store.ts";

const leaseMs = 30 * 86_400_000;

/** A meeting with the server within this time of the last does not count anew. */
const renewMs = 3_600_000;

/** From when reading is counted: a mark of this device. */
export interface Lease {
  /** The server's time at the meeting. */
  readonly from: Instant;
  /** This device's clock at that meeting. */
  readonly metAt: Instant;
  /** True once it was seen to have run out. */
  readonly isOver?: boolean;
}

/** When reading here ends, as far as `now` tells; undefined for a learner, whose own record has no lease, and before the first contact. */
export function readableUntil(
  home: Account["home"],
  { serverTime, lease }: Pick<Marks, "serverTime" | "lease">,
  now: Instant,
): Instant | undefined {
  if (home === "learner" || serverTime === undefined) return undefined;
  if (lease === undefined) return serverTime + leaseMs;
  if (lease.isOver) return 0;
  // A clock that stands before the meeting was set back since: then only the server's own time is sure.
  return (now < lease.metAt ? lease.from : lease.metAt) + leaseMs;
}

/** True when the lease has run out. */
export const isReadingLocked = (status: Pick<SyncStatus, "readableUntil">, now: Instant): boolean =>
  status.readableUntil !== undefined && now > status.readableUntil;

/** The marks after a meeting with the server; the same ones when nothing has to be kept. */
export function afterMeeting(marks: Marks, now: Instant): Marks {
  const { serverTime, lease } = marks;
  if (serverTime === undefined) return marks;
  if (lease && !lease.isOver && isSoonAfter(lease, serverTime, now)) return marks;
  return { ...marks, lease: { from: serverTime, metAt: now } };
}

/** By both clocks: the last server time seen stands still when that of the server was ahead and has been put right. */
const isSoonAfter = ({ from, metAt }: Lease, serverTime: Instant, now: Instant): boolean =>
  Math.abs(serverTime - from) < renewMs && Math.abs(now - metAt) < renewMs;

/** The marks once the lease was seen to have run out; the same ones while it has not. */
export function afterRunningOut(home: Account["home"], marks: Marks, now: Instant): Marks {
  const until = readableUntil(home, marks, now);
  if (until === undefined || marks.lease?.isOver || now <= until) return marks;
  const { serverTime = 0, lease = { from: serverTime, metAt: serverTime } } = marks;
  return { ...marks, lease: { ...lease, isOver: true } };
}
