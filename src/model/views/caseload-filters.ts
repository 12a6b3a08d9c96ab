/** The ways a caseload is narrowed, beside finding in it. */
import type { Instant } from "#model/time.ts";
import type { CaseloadRow } from "./caseload.ts";

/** In the order they are offered. */
export const caseloadFilters = ["everyone", "overdue", "off-track", "quiet", "waiting"] as const;
/** One of {@link caseloadFilters}. */
export type CaseloadFilter = (typeof caseloadFilters)[number];

const quietDays = 7;
const msADay = 86_400_000;

/** True when a row passes a filter. `quiet`: nothing shared for a week. */
export function passes(row: CaseloadRow, filter: CaseloadFilter, now: Instant): boolean {
  const keeps: Readonly<Record<CaseloadFilter, boolean>> = {
    everyone: true,
    overdue: row.group === "overdue",
    "off-track": row.offTrack > 0,
    quiet: row.lastEntryAt === undefined || now - row.lastEntryAt > quietDays * msADay,
    waiting: row.waiting > 0,
  };
  return keeps[filter];
}
