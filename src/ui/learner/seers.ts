/** Who sees a learner's record, read off the memberships around them. */
import type { Circle } from "#model/access.ts";
import type { LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { Role } from "#model/kinds/membership.ts";

/** Somebody with access to a learner's record. */
export interface Seer {
  readonly person: PersonId;
  readonly role: Role;
  /** The provider they work for. */
  readonly at?: OrganisationId;
}

/** Tutors and the teaching team, then the staff of providers that teach the learner; each once. */
export function seersOf(circle: Circle, learner: LearnerId): readonly Seer[] {
  const own = circle.ofLearner(learner);
  const named = own.flatMap(({ role, person }): Seer[] =>
    person && (role === "tutor" || role === "teaching-team") ? [{ person, role }] : [],
  );
  const providers = own.flatMap(({ role, organisation }) =>
    role === "provider" && organisation ? [organisation] : [],
  );
  const staff = providers.flatMap((at) =>
    circle
      .ofOrganisation(at)
      .flatMap(({ role, person }): Seer[] => (person && role === "staff" ? [{ person, role, at }] : [])),
  );
  return [
    ...new Map([...named, ...staff].toReversed().map((seer) => [seer.person, seer])).values(),
  ].toReversed();
}
