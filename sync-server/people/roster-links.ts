/** Who sees whom because a list says so: each link of a list is a membership, made when the link comes and ended when it goes. */
import { homeOf } from "#model/access.ts";
import { learnerOfPerson, type Id, type LearnerId, type OrganisationId, type PersonId } from "#model/id.ts";
import { keyOfStaff } from "#server/roster/named-staff.ts";
import type { RosterLink } from "#server/roster/preview-links.ts";
import { addMembership, endMembership, type Registrar } from "./registrar.ts";
import { linkKey, linksSource, type KnownRoster } from "./roster-known.ts";

/** What links are made and ended with. */
export interface Linking {
  readonly registrar: Registrar;
  readonly org: OrganisationId;
  readonly known: Pick<KnownRoster, "memberships">;
  /** Persons by their id in the list. */
  readonly persons: ReadonlyMap<string, PersonId>;
  /** Memberships behind links of which at least one stays. */
  readonly staying: ReadonlySet<Id>;
}

/** Makes a link, unless it is to begin later. */
export async function addLink({ registrar, org, persons }: Linking, link: RosterLink): Promise<void> {
  const learnerPerson = persons.get(link.learner);
  const staff = persons.get(link.staff);
  if (!learnerPerson || !staff || link.beginsOn !== undefined) return;
  if (link.staff === keyOfStaff({ personId: staff }) && !(await worksHere(registrar, org, staff))) return;
  const learner = learnerOfPerson(learnerPerson);
  if (await learnsElsewhere(registrar, org, learner)) return;
  const membership =
    link.as === "provider-staff"
      ? await providerMembership(registrar, { learner, staff })
      : await addMembership(registrar, { role: link.as, learner, person: staff });
  if (membership)
    await registrar.desk.t.accounts.putOutsideIds([
      { source: linksSource(org), outsideId: linkKey(link), id: membership },
    ]);
}

/** Whether another place is a learner's home by now: a list that still has them says nothing about them any more. Source: RULES A4. */
export const learnsElsewhere = (
  { desk }: Registrar,
  org: OrganisationId,
  learner: LearnerId,
): Promise<boolean> =>
  desk.circle.ask(({ circle }) => {
    const home = homeOf(circle, learner);
    return home !== undefined && home !== org;
  });

/** Whoever was found by name alone and has stopped working here since is given nobody. Source: RULES A4. */
const worksHere = ({ desk }: Registrar, org: OrganisationId, person: PersonId): Promise<boolean> =>
  desk.circle.ask(({ circle }) => circle.ofPerson(person).some((membership) => membership.org === org));

/** Staff of a provider reach a learner through the provider: the learner's membership of it, made where there is none. */
async function providerMembership(
  registrar: Registrar,
  { learner, staff }: { readonly learner: Id<"learner">; readonly staff: PersonId },
): Promise<Id<"membership"> | undefined> {
  const { circle } = registrar.desk;
  const site = await circle.ask(
    (facts) => facts.circle.ofPerson(staff).find(({ role, org }) => role === "staff" && org)?.org,
  );
  if (!site) return undefined;
  const standing = await circle.ask((facts) =>
    facts.circle
      .ofLearner(learner)
      .find(({ role, organisation }) => role === "provider" && organisation === site),
  );
  return standing ? standing.id : addMembership(registrar, { role: "provider", learner, organisation: site });
}

/** A provider's membership ends with the last link through it. */
export async function endLink(
  { registrar, org, known, staying, persons }: Linking,
  link: RosterLink,
): Promise<void> {
  const key = linkKey(link);
  const membership = known.memberships.get(key);
  const learnerPerson = persons.get(link.learner);
  await registrar.desk.t.accounts.dropOutsideIds(linksSource(org), [key]);
  if (!membership || !learnerPerson || staying.has(membership)) return;
  await endMembership(registrar, { membership, learner: learnerOfPerson(learnerPerson) });
}
