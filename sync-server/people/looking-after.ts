/** Who looks after whose account: asked before codes are issued, devices signed out, people added or sent away. */
import { homeOf, providersOf, type ActiveMembership, type Circle } from "#model/access.ts";
import { learnerOfPerson, type OrganisationId, type PersonId } from "#model/id.ts";

/** True for a coordinator or administrator of this organisation. */
export const leads = (circle: Circle, by: PersonId, org: OrganisationId): boolean =>
  circle
    .ofOrganisation(org)
    .some(({ person, role }) => person === by && (role === "coordinator" || role === "administrator"));

/** The organisations a person works at or learns from. */
function organisationsOf(circle: Circle, person: PersonId): readonly OrganisationId[] {
  const home = homeOf(circle, learnerOfPerson(person));
  return [...circle.ofPerson(person).flatMap(({ org }) => org ?? []), ...(home ? [home] : [])];
}

/**
 * True when one may see and cut off the other's devices: leads every organisation at which the other
 * leads, and at least one they belong to, or every one that sends its learners to where they work.
 */
export function looksAfter(circle: Circle, by: PersonId, person: PersonId): boolean {
  const ledByThem = circle
    .ofPerson(person)
    .flatMap(({ role, org }) => (org && role !== "staff" ? [{ role, org }] : []));
  const hasRank = ledByThem.every(({ role, org }) =>
    role === "coordinator" ? leads(circle, by, org) : isAdministrator(circle, by, org),
  );
  return (
    hasRank &&
    organisationsOf(circle, person).some((org) => leads(circle, by, org) || sendsLearners(circle, by, org))
  );
}

/**
 * True when one may give the other a new code, with which anybody could sign in as them: looks after them, and leads
 * everything through which that account sees anyone. So nobody takes over an account that sees more than they could
 * let an account of their own see, nor one they named as theirs. Source: RULES A22.
 */
export function mayGiveCode(circle: Circle, by: PersonId, person: PersonId): boolean {
  const isTheirs = looksAfter(circle, by, person);
  const home = homeOf(circle, learnerOfPerson(person));
  const isHomeLed = home === undefined || leads(circle, by, home);
  // All are looked at before any counts: what is missing of them is then fetched in one go.
  const areLed = circle.ofPerson(person).map((membership) => isLed(circle, by, membership));
  return isTheirs && isHomeLed && areLed.every(Boolean);
}

/** Whether one leads what a membership is about: could give it to an account of their own. A learner between two homes is led by nobody. */
function isLed(circle: Circle, by: PersonId, { role, org, learner }: ActiveMembership): boolean {
  if (org) return leads(circle, by, org) || sendsLearners(circle, by, org);
  if (!learner) return true;
  const home = homeOf(circle, learner);
  // Whoever teaches at a provider sees as much as all of its staff.
  const taughtBy = role === "teaching-team" ? providersOf(circle, learner) : [];
  return [...taughtBy, ...(home ? [home] : [])].some((one) => leads(circle, by, one));
}

const isAdministrator = (circle: Circle, by: PersonId, org: OrganisationId): boolean =>
  circle.ofOrganisation(org).some(({ person, role }) => person === by && role === "administrator");

/**
 * Staff of a provider have no coordinator of their own here: the home of the learners they teach issues their codes. Where
 * they teach learners of several homes, whoever leads one of them would see the others' learners.
 */
function sendsLearners(circle: Circle, by: PersonId, provider: OrganisationId): boolean {
  const hasLeaders = circle
    .ofOrganisation(provider)
    .some(({ person, role }) => role !== "staff" && person !== undefined && leads(circle, person, provider));
  const homes = new Set(
    circle
      .naming(provider)
      .flatMap(({ role, learner }) =>
        role === "provider" && learner ? (homeOf(circle, learner) ?? []) : [],
      ),
  );
  return !hasLeaders && homes.size > 0 && [...homes].every((home) => leads(circle, by, home));
}
