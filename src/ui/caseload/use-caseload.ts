/** The caseload of the signed-in person, live from this device's records. */
import { useMemo } from "react";
import { caseloadRows } from "#model/caseload.ts";
import type { CaseloadRecords, CaseloadRow } from "#model/caseload.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useCircle, useRecords } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";

type Coming = { readonly [N in keyof CaseloadRecords]: CaseloadRecords[N] | undefined };

function useCaseloadRecords(): CaseloadRecords | undefined {
  const coming: Coming = {
    people: useRecords("person"),
    organisations: useRecords("organisation"),
    learners: useRecords("learner"),
    plans: useRecords("plan"),
    targets: useRecords("target"),
    outcomes: useRecords("target-outcome"),
    reviews: useRecords("review"),
    closings: useRecords("review-closed"),
    feelings: useRecords("how-it-is-going"),
    entries: useRecords("log-entry"),
    comments: useRecords("comment"),
    contributions: useRecords("contribution"),
  };
  const lists = Object.values(coming);
  // The object is made anew each time; it counts as the same while none of its lists has changed.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => (lists.includes(undefined) ? undefined : (coming as CaseloadRecords)), lists);
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
