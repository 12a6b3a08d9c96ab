/** What is new on a learner's page. Private to who looks and to their device. */
import { useEffect } from "react";
import type { KindName } from "#model/id.ts";
import type { Written } from "#model/record/written.ts";
import { learnerSeenKey } from "#ui/caseload/caseload-columns.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { useSeen } from "#ui/use-seen.ts";

/** Whether something came from others since this page was last looked at. */
export type IsNew = (record: Pick<Written<KindName>, "createdBy" | "createdAt" | "arrivedAt">) => boolean;

/** What others wrote that came since this page was last looked at; looking marks it, for the next time. */
export function useIsNew(learner: string): IsNew {
  const { at, mark } = useSeen(learnerSeenKey(learner));
  const { person } = useAccount();
  useEffect(() => {
    if (at !== undefined) mark();
  }, [at, mark]);
  return ({ createdBy, createdAt, arrivedAt }) =>
    at !== undefined && createdBy !== person && Math.max(arrivedAt ?? 0, createdAt) > (at ?? 0);
}
