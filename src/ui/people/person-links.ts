/** The memberships between people that a coordinator may end, each with the name at its other end. */
import type { MembershipToAdd, PeopleOverview, PersonOverview } from "#model/wire/api.ts";
import { learnerOfPerson } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import type { Role } from "#model/kinds/membership.ts";
import { isLearner } from "./people-list.ts";

/** One end of a membership, seen from the other. */
export interface PersonLink {
  readonly membership: Id<"membership">;
  readonly role: Role;
  readonly name: string;
  /** What gives the same access again; for tutors and the teaching team, whose end is undone with one tap. */
  readonly again?: MembershipToAdd;
}

/** Of a learner: who tutors and teaches them. Of staff: whom they tutor and teach, then what they are here. By name. */
export function linksOf(person: PersonOverview, overview: PeopleOverview): readonly PersonLink[] {
  const learner = learnerOfPerson(person.person);
  const links = isLearner(person)
    ? overview.people.flatMap((staff) =>
        staff.memberships
          .filter((one) => one.learner === learner && one.person === staff.person)
          .map((one) => ({ membership: one.id, role: one.role, name: staff.name, ...againOf(one) })),
      )
    : person.memberships.map((one) => ({
        membership: one.id,
        role: one.role,
        name: nameOf(overview, one.learner ?? one.org),
        ...againOf(one),
      }));
  return links.toSorted((a, b) => a.name.localeCompare(b.name));
}

function againOf({
  role,
  learner,
  person,
}: PersonOverview["memberships"][number]): Pick<PersonLink, "again"> {
  const isAgain = (role === "tutor" || role === "teaching-team") && learner && person;
  return isAgain ? { again: { role, learner, person } } : {};
}

const nameOf = ({ learners, providers, organisation }: PeopleOverview, id: string | undefined): string =>
  learners.find((one) => one.learner === id)?.name ??
  [organisation, ...providers].find((one) => one.id === id)?.name ??
  "";
