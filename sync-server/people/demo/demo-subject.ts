/** The learner of the demo whose records are being written, with those around them. */
import {
  learnerOfPerson,
  type Id,
  type KindName,
  type LearnerId,
  type OrganisationId,
  type PersonId,
  type Random,
} from "#model/id.ts";
import { kindOf, type FieldsOf, type ListsOf } from "#model/kinds.ts";
import { project, type Edit } from "#model/record/record.ts";
import type { Instant, LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import type { DemoLearner, DemoPerson } from "#server/demo/demo-school.ts";
import { author } from "#server/sync/author.ts";
import type { Desk } from "#server/sync/desk/desk.ts";
import { demoId } from "./demo-ids.ts";
import { addLearner, addMembership } from "#server/people/registrar.ts";

/** Where demo records are written. */
export interface DemoDesk {
  readonly desk: Desk;
  readonly random: Random;
  readonly administrator: PersonId;
  readonly school: OrganisationId;
}

/** The learner whose records are being written. */
export interface DemoSubject extends DemoDesk {
  readonly learner: LearnerId;
  readonly told: DemoLearner;
  readonly tutor: PersonId;
  /** Writes one record about this learner. */
  readonly write: <K extends KindName>(
    kind: K,
    id: Id<K>,
    of: { readonly by: PersonId; readonly at: Instant; readonly edit: Edit<FieldsOf<K>, ListsOf<K>> },
  ) => Promise<Written<K>>;
}

/** Makes the learner, and says who tutors and teaches them. */
export async function openSubject(
  into: DemoDesk,
  people: readonly DemoPerson[],
  told: DemoLearner,
): Promise<DemoSubject> {
  const { desk, random, administrator, school } = into;
  const person = demoId("person", told.person);
  const learner = learnerOfPerson(person);
  const registrar = { desk, random, by: administrator, at: morningOf(told.startedOn) };
  const { programme, area, startedOn } = told;
  await addLearner(registrar, { person, home: school, programme, subjectIcon: area, startedOn });
  const tutor = demoId("person", told.tutor);
  await addMembership(registrar, {
    id: demoId("membership", told.person, "tutor"),
    role: "tutor",
    learner,
    person: tutor,
  });
  const ofSchool = new Set(people.filter(({ role }) => role !== "provider-staff").map(({ key }) => key));
  for (const key of told.teachingTeam.filter((teacher) => ofSchool.has(teacher)))
    await addMembership(registrar, {
      id: demoId("membership", told.person, key),
      role: "teaching-team",
      learner,
      person: demoId("person", key),
    });
  if (told.provider)
    await addMembership(registrar, {
      id: demoId("membership", told.person, "provider"),
      role: "provider",
      learner,
      organisation: demoId("organisation", told.provider),
    });
  return {
    ...into,
    learner,
    told,
    tutor,
    write: async (kind, id, { by, at, edit }) => {
      const { state } = await author(desk, random, { id, kind, learner, by, at, edit });
      return {
        id,
        learner,
        createdBy: by,
        createdAt: at,
        arrivedAt: at,
        value: project(kindOf(kind), state),
      };
    },
  };
}

/** Nine o'clock, as the demo's clocks have it. */
export const morningOf = (date: LocalDate): Instant => Date.parse(`${date}T09:00:00Z`);
