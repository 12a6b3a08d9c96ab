/** A circle built from a plain list of memberships, for tests of access. */
import type { ActiveMembership, Circle } from "#model/access.ts";

/** Answers from the list as it is at the time of asking. */
export const circleOf = (memberships: readonly ActiveMembership[]): Circle => ({
  ofLearner: (learner) => memberships.filter((m) => m.learner === learner),
  ofOrganisation: (org) => memberships.filter((m) => m.org === org),
  ofPerson: (person) => memberships.filter((m) => m.person === person),
  naming: (org) => memberships.filter((m) => m.learner && m.organisation === org),
  teaching: (org) => memberships.filter((m) => m.learner && m.role === "provider" && m.organisation === org),
});
