/** The caseload of the signed-in person, live from this device's records. */
import { useMemo } from "react";
import { caseloadRows } from "#model/views/caseload.ts";
import type { CaseloadRecords, CaseloadRow } from "#model/views/caseload.ts";
import type { KindName } from "#model/id.ts";
import { gather } from "#ui/live.ts";
import type { Live } from "#ui/live.ts";
import { useAccount, useLiveRecords } from "#ui/store-context.tsx";
import type { LiveRecords } from "#ui/store-context.tsx";
import { useCircle, useLive } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";

/** The kinds a caseload is read from, by the names its rows know them under. */
const kindsByName = {
  people: "person",
  organisations: "organisation",
  learners: "learner",
  plans: "plan",
  targets: "target",
  outcomes: "target-outcome",
  reviews: "review",
  closings: "review-closed",
  feelings: "how-it-is-going",
  entries: "log-entry",
  comments: "comment",
  contributions: "contribution",
} as const satisfies Record<keyof CaseloadRecords, KindName>;

const recordsOf = (live: LiveRecords): Live<readonly unknown[]> =>
  gather(Object.values(kindsByName).map((kind) => live.all(kind, {})));

function useCaseloadRecords(): CaseloadRecords | undefined {
  const live = useLiveRecords();
  const lists = useLive(useMemo(() => recordsOf(live), [live]));
  return useMemo(() => {
    if (!lists) return undefined;
    const named = Object.keys(kindsByName).map((name, place) => [name, lists[place]]);
    return Object.fromEntries(named) as CaseloadRecords;
  }, [lists]);
}

/** Overdue first; undefined while it loads. */
export function useCaseload(): readonly CaseloadRow[] | undefined {
  const records = useCaseloadRecords();
  const { person } = useAccount();
  const circle = useCircle();
  const today = useToday();
  return useMemo(
    () => records && caseloadRows(records, { person, circle, today }),
    [records, person, circle, today],
  );
}
