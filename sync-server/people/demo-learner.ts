/** One learner of the demo as records: plan, targets, log, and the reviews in the order they were held. */
import { generateNKeysBetween } from "fractional-indexing";
import { learnerOfPerson, type Id, type KindName, type LearnerId, type OrganisationId, type PersonId, type Random } from "#model/id.ts";
import { kindOf, type FieldsOf, type ListsOf } from "#model/kinds.ts";
import { planIdOf } from "#model/plan.ts";
import { project, type Edit } from "#model/record.ts";
import type { Instant, LocalDate } from "#model/time.ts";
import { localDateOf } from "#model/time.ts";
import type { Written } from "#model/written.ts";
import { prompts } from "#model/log-entry.ts";
import type { DemoComment, DemoEntry, DemoGoing, DemoLearner, DemoPerson, DemoSchool } from "#server/demo/demo-school.ts";
import { author } from "#server/sync/author.ts";
import type { Desk } from "#server/sync/desk.ts";
import { demoId } from "./demo-ids.ts";
import { writeReviews } from "./demo-reviews.ts";
import { addLearner, addMembership } from "./registrar.ts";

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
  write<K extends KindName>(kind: K, id: Id<K>, of: { readonly by: PersonId; readonly at: Instant; readonly edit: Edit<FieldsOf<K>, ListsOf<K>> }): Promise<Written<K>>;
}

/** Writes a learner with everything around them. */
export async function writeLearner(into: DemoDesk, demo: DemoSchool, told: DemoLearner): Promise<void> {
  const subject = await openSubject(into, demo.people, told);
  await writePlan(subject);
  const objectives = await writeObjectives(subject);
  await writeReviews(subject, objectives);
  for (const entry of told.entries) await writeEntry(subject, entry);
  for (const [index, going] of told.goings.entries()) await writeGoing(subject, going, index);
  for (const [index, comment] of told.comments.entries()) await writeComment(subject, comment, index);
}

async function openSubject(into: DemoDesk, people: readonly DemoPerson[], told: DemoLearner): Promise<DemoSubject> {
  const { desk, random, administrator, school } = into;
  const person = demoId("person", told.person);
  const learner = learnerOfPerson(person);
  const registrar = { desk, random, by: administrator, at: morningOf(told.startedOn) };
  const { programme, area, startedOn } = told;
  await addLearner(registrar, { person, home: school, programme, subjectIcon: area, startedOn });
  const tutor = demoId("person", told.tutor);
  await addMembership(registrar, { id: demoId("membership", told.person, "tutor"), role: "tutor", learner, person: tutor });
  const ofSchool = new Set(people.filter(({ role }) => role !== "provider-staff").map(({ key }) => key));
  for (const key of told.teachingTeam.filter((teacher) => ofSchool.has(teacher)))
    await addMembership(registrar, { id: demoId("membership", told.person, key), role: "teaching-team", learner, person: demoId("person", key) });
  if (told.provider)
    await addMembership(registrar, {
      ...{ id: demoId("membership", told.person, "provider"), role: "provider", learner },
      organisation: demoId("organisation", told.provider),
    });
  return {
    ...{ ...into, learner, told, tutor },
    write: async (kind, id, { by, at, edit }) => {
      const { state } = await author(desk, random, { id, kind, learner, by, at, edit });
      return { id, learner, createdBy: by, createdAt: at, arrivedAt: at, value: project(kindOf(kind), state) as never };
    },
  };
}

/** Nine o'clock, as the demo's clocks have it. */
export const morningOf = (date: LocalDate): Instant => Date.parse(`${date}T09:00:00Z`);

async function writePlan({ told, learner, write, tutor }: DemoSubject): Promise<void> {
  const { plan, startedOn, person } = told;
  const by = demoId("person", person);
  const id = planIdOf(learner);
  await write("plan", id, {
    ...{ by, at: morningOf(startedOn) + 3_600_000 },
    edit: (draft) => {
      for (const field of ["goodAt", "learnBest", "helpWith", "interests", "destination"] as const) draft.type(field, plan[field]);
      draft.set("destinationBy", plan.destinationBy);
      const places = generateNKeysBetween(null, null, plan.steps.length);
      for (const [index, step] of plan.steps.entries()) {
        const item = draft.item("steps", `step${index + 1}`);
        item.place(places[index] ?? "a0");
        item.type("what", step);
      }
    },
  });
  await write("plan", id, {
    ...{ by: tutor, at: morningOf(startedOn) + 7_200_000 },
    edit: (draft) => {
      draft.set("englishLevel", plan.levels.english);
      draft.set("mathsLevel", plan.levels.maths);
      draft.set("digitalLevel", plan.levels.digital);
    },
  });
}

async function writeObjectives({ told, tutor, write }: DemoSubject): Promise<readonly Written<"objective">[]> {
  const places = generateNKeysBetween(null, null, told.objectives.length);
  const written: Written<"objective">[] = [];
  for (const [index, { key, strand, title, detail }] of told.objectives.entries())
    written.push(
      await write("objective", demoId("objective", key), {
        ...{ by: tutor, at: morningOf(told.startedOn) + 7_500_000 },
        edit: (draft) => {
          draft.type("title", title);
          draft.type("detail", detail);
          draft.set("strand", strand);
          draft.set("place", places[index]);
        },
      }),
    );
  return written;
}

async function writeEntry({ told, write }: DemoSubject, entry: DemoEntry): Promise<void> {
  const by = demoId("person", told.person);
  const id = demoId("log-entry", entry.key);
  await write("log-entry", id, {
    ...{ by, at: entry.at },
    edit: (draft) => {
      for (const prompt of prompts) draft.type(prompt, entry[prompt] ?? "");
      draft.set("happenedOn", localDateOf(entry.at));
      if (entry.strand) draft.set("strand", entry.strand);
      if (entry.target !== undefined) draft.set("target", demoId("target", entry.target));
    },
  });
  await write("sharing-choice", demoId("sharing-choice", entry.key), {
    ...{ by, at: entry.at },
    edit: (draft) => {
      draft.set("entry", id);
      draft.set("sharedWith", entry.sharedWith);
    },
  });
}

async function writeGoing({ told, write }: DemoSubject, { target, feeling, at, words }: DemoGoing, index: number): Promise<void> {
  await write("how-it-is-going", demoId("how-it-is-going", told.person, String(index)), {
    ...{ by: demoId("person", told.person), at },
    edit: (draft) => {
      draft.set("target", demoId("target", target));
      draft.set("feeling", feeling);
      if (words !== undefined) draft.type("words", words);
    },
  });
}

async function writeComment({ told, write }: DemoSubject, { by, on, words, at }: DemoComment, index: number): Promise<void> {
  const isOnTarget = told.targets.some(({ key }) => key === on);
  await write("comment", demoId("comment", told.person, String(index)), {
    ...{ by: demoId("person", by), at },
    edit: (draft) => {
      draft.set("about", isOnTarget ? demoId("target", on) : demoId("log-entry", on));
      draft.type("words", words);
    },
  });
}
