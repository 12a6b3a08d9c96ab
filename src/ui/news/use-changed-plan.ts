/** Which fields of a learner's plan others changed since this person last looked at it. */
import type { LearnerId } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { useRecord } from "#ui/use-record.ts";
import { useChanged } from "./use-changed.ts";

/** Empty until it is known. */
export function useChangedPlan(learner: LearnerId, how: "look" | "glance"): ReadonlySet<string> {
  const id = planIdOf(learner);
  const plan = useRecord(id);
  return useChanged(plan ? [plan] : [], how)(id);
}
