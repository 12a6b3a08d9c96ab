/** Who may open what a learner keeps as “only me”, as far as this device knows. */
import { safeguardingLeadsOf } from "#model/access.ts";
import type { LearnerId } from "#model/id.ts";
import { useCircle, useRecords } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";

/** A safeguarding lead by name. */
export interface KnownLead {
  readonly name: string;
  readonly picture: string | undefined;
}

/** The safeguarding leads of a learner's home; empty while none is named. */
export function useSafeguardingLeads(learner: LearnerId | undefined): readonly KnownLead[] {
  const circle = useCircle();
  const people = useRecords("person");
  if (learner === undefined) return [];
  return safeguardingLeadsOf(circle, learner).map((lead) => {
    const known = people?.find(({ id }) => id === lead)?.value;
    return { name: known?.name ?? everywhere.someone, picture: known?.picture };
  });
}
