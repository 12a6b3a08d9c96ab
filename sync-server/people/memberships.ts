/** Memberships given and ended by hand, on the people screen. */
import type { MembershipToAdd } from "#model/wire/api.ts";
import { mayWrite } from "#model/access.ts";
import { createId, type Id, type PersonId } from "#model/id.ts";
import { learnerRoles, organisationRoles } from "#model/kinds/membership.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { openDesk, type Desk } from "#server/sync/desk/desk.ts";
import type { Site } from "#server/sync/site.ts";
import { addMembership, endMembership } from "./registrar.ts";

/** Gives a membership; the one that stands where it was given already, so that ending it ends it. Problems: `not-allowed`, `not-found`, `wrong-value`. */
export const giveMembership = (
  site: Site,
  by: PersonId,
  asked: MembershipToAdd,
): Promise<Outcome<{ membership: Id<"membership"> }>> =>
  onDesk(site, async (desk) => {
    if (!isWhole(asked)) return no("wrong-value", "role");
    if (!(await mayChange(desk, by, asked))) return no("not-allowed");
    const named = asked.person ?? asked.organisation;
    if (!named || !(await desk.record(named))) return no("not-found");
    const standing = await standingAs(desk, asked);
    const registrar = { desk, random: site.surroundings.random, by };
    return yes({ membership: standing ?? (await addMembership(registrar, asked)) });
  });

/** The membership between the same two in the same role, if there is one. */
const standingAs = (
  desk: Desk,
  { role, learner, org, person, organisation }: MembershipToAdd,
): Promise<Id<"membership"> | undefined> =>
  desk.circle.ask(({ circle }) => {
    const near = learner ? circle.ofLearner(learner) : person ? circle.ofPerson(person) : [];
    return near.find(
      (row) =>
        row.role === role &&
        row.learner === learner &&
        row.org === org &&
        row.person === person &&
        row.organisation === organisation,
    )?.id;
  });

/** Ends a membership. Problem: `not-found`, also for whoever may not end it. */
export const takeMembership = (
  site: Site,
  by: PersonId,
  membership: Id<"membership">,
): Promise<Outcome<{ membershipEnded: Id<"membership-ended"> }>> =>
  onDesk(site, async (desk) => {
    const [row] = await desk.t.memberships.byIds([membership]);
    if (!row || row.ended || !(await mayChange(desk, by, row))) return no("not-found");
    const { learner, org } = row;
    return yes({
      membershipEnded: await endMembership(
        { desk, random: site.surroundings.random, by },
        { membership, learner, org },
      ),
    });
  });

async function onDesk<T>(site: Site, work: (desk: Desk) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const done = await site.storage.write(async (t) => {
    const desk = openDesk(t, site.surroundings.clock());
    const outcome = await work(desk);
    return { outcome, touched: await desk.flush() };
  });
  if (done.outcome.ok) site.bell.ring(done.touched);
  return done.outcome;
}

/** The table of `access.ts` decides, for an end as for the membership itself. */
const mayChange = (
  desk: Desk,
  by: PersonId,
  { role, learner, org }: Pick<MembershipToAdd, "role" | "learner" | "org">,
): Promise<boolean> =>
  desk.circle.ask(({ circle }) => {
    const envelope = {
      id: createId("membership", 0, () => 0),
      kind: "membership",
      ...(learner && { learner }),
      ...(org && { org }),
    } as const;
    return mayWrite(circle, by, { envelope, value: { role }, isNew: true });
  });

function isWhole({ role, learner, org, person, organisation }: MembershipToAdd): boolean {
  const roles: readonly string[] = learner ? learnerRoles : organisationRoles;
  const namesOrganisation = role === "home" || role === "provider";
  const isAboutOne = (learner === undefined) !== (org === undefined);
  return (
    isAboutOne &&
    roles.includes(role) &&
    (person !== undefined) === !namesOrganisation &&
    (organisation !== undefined) === namesOrganisation
  );
}
