/**
 * Safeguarding leads who were named after a learner had kept something as “only me”. What was promised
 * when it was written is another thing from then on, so the learner is told. Source: RULES A17.
 */
import { homeOf } from "#model/access.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { useAudiences } from "#ui/log/use-audience.ts";
import { useCircle, useRecords, useRecordsOf } from "#ui/use-record.ts";

/** One of them: the word that names them, and their name. */
export interface NewLead {
  readonly id: Id<"membership">;
  readonly name: string;
}

/** Empty while it loads, and for a learner who keeps nothing to themselves. */
export function useNewLeads(learner: LearnerId): readonly NewLead[] {
  const home = homeOf(useCircle(), learner);
  const memberships = useRecords("membership");
  const people = useRecords("person");
  const entries = useRecordsOf("log-entry", learner);
  const audienceOf = useAudiences(learner);
  if (!memberships || !people || !entries || !audienceOf) return [];
  const oldest = Math.min(
    ...entries.flatMap(({ id, createdAt }) => (audienceOf(id) === "only-me" ? [createdAt] : [])),
  );
  return memberships.flatMap(({ id, org, createdAt, value }) => {
    const isNamed = value.role === "safeguarding-lead" && org === home && createdAt > oldest;
    const name = people.find((one) => one.id === value.person)?.value.name;
    return isNamed && name !== undefined ? [{ id, name }] : [];
  });
}
