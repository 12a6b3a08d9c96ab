/**
 * Organisations, people and who belongs to whom, written by the server: for set-up, a school's list, the
 * people screen, the demo and tests.
 */
import {
  createId,
  learnerOfPerson,
  personOfLearner,
  type Id,
  type LearnerId,
  type OrganisationId,
  type PersonId,
  type Random,
} from "#model/id.ts";
import type { organisationRoles, Role } from "#model/kinds/membership.ts";
import type { Organisation } from "#model/kinds/organisation.ts";
import type { Instant, LocalDate } from "#model/time.ts";
import { author } from "#server/sync/author.ts";
import type { Desk } from "#server/sync/desk/desk.ts";

/** In whose name, and with what randomness, people are written. */
export interface Registrar {
  readonly desk: Desk;
  readonly random: Random;
  readonly by: PersonId;
  /** When; now when absent. */
  readonly at?: Instant;
}

/** An organisation to write. */
export interface NewOrganisation {
  readonly id?: OrganisationId;
  readonly name: string;
  readonly type: NonNullable<Organisation["type"]>;
}

/** Writes an organisation and returns its id. */
export async function addOrganisation(
  { desk, random, by, at }: Registrar,
  { id: given, name, type }: NewOrganisation,
): Promise<OrganisationId> {
  const id = given ?? createId("organisation", at ?? desk.now, random);
  await author(desk, random, {
    id,
    kind: "organisation",
    org: id,
    by,
    at,
    edit: (draft) => {
      draft.set("name", name);
      draft.set("type", type);
    },
  });
  return id;
}

/** A person to write. */
export interface NewPerson {
  readonly id?: PersonId;
  readonly name: string;
  readonly picture?: string;
  /** The organisation that looks after their name. */
  readonly org: OrganisationId;
}

/** Writes a person and returns their id. */
export async function addPerson(
  { desk, random, by, at }: Registrar,
  { id: given, name, picture, org }: NewPerson,
): Promise<PersonId> {
  const id = given ?? createId("person", at ?? desk.now, random);
  await author(desk, random, {
    id,
    kind: "person",
    org,
    by,
    at,
    edit: (draft) => {
      draft.set("name", name);
      if (picture !== undefined) draft.set("picture", picture);
    },
  });
  return id;
}

/** A person as the owner of a plan. */
export interface NewLearner {
  readonly person: PersonId;
  readonly home: OrganisationId;
  readonly programme?: string;
  readonly subjectIcon?: string;
  readonly startedOn?: LocalDate;
}

/** Makes a person a learner of their home, and returns the learner's id. */
export async function addLearner(
  registrar: Registrar,
  { person, home, programme, subjectIcon, startedOn }: NewLearner,
): Promise<LearnerId> {
  const { desk, random, by, at } = registrar;
  const learner = learnerOfPerson(person);
  await author(desk, random, {
    id: learner,
    kind: "learner",
    learner,
    by,
    at,
    edit: (draft) => {
      if (programme !== undefined) draft.set("programme", programme);
      if (subjectIcon !== undefined) draft.set("subjectIcon", subjectIcon);
      if (startedOn !== undefined) draft.set("startedOn", startedOn);
    },
  });
  await addMembership(registrar, { role: "home", learner, organisation: home });
  return learner;
}

/** A membership to write: what it is about, and whom or what it names. */
export interface NewMembership {
  readonly id?: Id<"membership">;
  readonly role: Role;
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
  readonly person?: PersonId;
  readonly organisation?: OrganisationId;
}

/** Writes a membership and returns its id. */
export async function addMembership(
  { desk, random, by, at }: Registrar,
  membership: NewMembership,
): Promise<Id<"membership">> {
  const { id: given, role, learner, org, person, organisation } = membership;
  const id = given ?? createId("membership", at ?? desk.now, random);
  await author(desk, random, {
    id,
    kind: "membership",
    learner,
    org,
    by,
    at,
    edit: (draft) => {
      draft.set("role", role);
      if (person) draft.set("person", person);
      if (organisation) draft.set("organisation", organisation);
    },
  });
  return id;
}

/** Ends a membership that is about this learner or organisation. */
export async function endMembership(
  { desk, random, by, at }: Registrar,
  {
    membership,
    learner,
    org,
  }: {
    readonly membership: Id<"membership">;
    readonly learner?: LearnerId | undefined;
    readonly org?: OrganisationId | undefined;
  },
): Promise<Id<"membership-ended">> {
  const id = createId("membership-ended", at ?? desk.now, random);
  await author(desk, random, {
    id,
    kind: "membership-ended",
    learner,
    org,
    by,
    at,
    edit: (draft) => draft.set("membership", membership),
  });
  return id;
}

/** A learner of a list, with those around them. */
export interface LearnerWithStaff extends Omit<NewLearner, "person"> {
  readonly person: PersonId | LearnerId;
  readonly tutors?: readonly PersonId[];
  readonly teachingTeam?: readonly PersonId[];
  readonly providers?: readonly OrganisationId[];
}

/** A small world: organisations, the people in them, and who belongs to whom. */
export interface People {
  readonly organisations?: readonly (NewOrganisation & { readonly id: OrganisationId })[];
  readonly people?: readonly NewPerson[];
  readonly staff?: readonly {
    readonly org: OrganisationId;
    readonly person: PersonId;
    readonly role: (typeof organisationRoles)[number];
  }[];
  readonly learners?: readonly LearnerWithStaff[];
}

/** Writes a small world, in this order: organisations, people, staff, learners. */
export async function addPeople(
  registrar: Registrar,
  { organisations = [], people = [], staff = [], learners = [] }: People,
): Promise<void> {
  for (const organisation of organisations) await addOrganisation(registrar, organisation);
  for (const person of people) await addPerson(registrar, person);
  for (const { org, person, role } of staff) await addMembership(registrar, { org, person, role });
  for (const { person, tutors = [], teachingTeam = [], providers = [], ...of } of learners) {
    const owner = person.startsWith("learner_") ? personOfLearner(person as LearnerId) : (person as PersonId);
    const learner = await addLearner(registrar, { ...of, person: owner });
    for (const tutor of tutors) await addMembership(registrar, { role: "tutor", learner, person: tutor });
    for (const teacher of teachingTeam)
      await addMembership(registrar, { role: "teaching-team", learner, person: teacher });
    for (const provider of providers)
      await addMembership(registrar, { role: "provider", learner, organisation: provider });
  }
}
