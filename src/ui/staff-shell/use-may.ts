/** Whether this person may write something about a learner: asked before a screen shows the button for it. */
import type { KindName, LearnerId, OrganisationId } from "#model/id.ts";
import { useStore } from "#ui/store-context.tsx";
import { useCircle } from "#ui/use-record.ts";

/** The same answer the server would give, as far as this device knows. `series` for what belongs to a series of reviews. */
export function useMay(kind: KindName, learner: LearnerId | undefined, series?: OrganisationId): boolean {
  const store = useStore();
  useCircle();
  if (learner === undefined) return false;
  return store.may({
    envelope: { id: `${kind}_new`, kind, learner },
    value: series === undefined ? {} : { series },
    isNew: true,
  });
}
