/** One learner of the demo as records: plan, targets, log, and the reviews in the order they were held. */
import { generateNKeysBetween } from "fractional-indexing";
import { prompts } from "#model/kinds/log-entry.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { localDateOf } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import type { DemoComment, DemoEntry, DemoGoing, DemoLearner, DemoSchool } from "#server/demo/demo-school.ts";
import { demoId } from "./demo-ids.ts";
import { writeReviews } from "./demo-reviews.ts";
import { morningOf, openSubject, type DemoDesk, type DemoSubject } from "./demo-subject.ts";

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

async function writePlan({ told, learner, write, tutor }: DemoSubject): Promise<void> {
  const { plan, startedOn, person } = told;
  const by = demoId("person", person);
  const id = planIdOf(learner);
  await write("plan", id, {
    by,
    at: morningOf(startedOn) + 3_600_000,
    edit: (draft) => {
      for (const field of ["goodAt", "learnBest", "helpWith", "interests", "destination"] as const)
        draft.type(field, plan[field]);
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
    by: tutor,
    at: morningOf(startedOn) + 7_200_000,
    edit: (draft) => {
      draft.set("englishLevel", plan.levels.english);
      draft.set("mathsLevel", plan.levels.maths);
      draft.set("digitalLevel", plan.levels.digital);
    },
  });
}

async function writeObjectives({
  told,
  tutor,
  write,
}: DemoSubject): Promise<readonly Written<"objective">[]> {
  const places = generateNKeysBetween(null, null, told.objectives.length);
  const written: Written<"objective">[] = [];
  for (const [index, { key, strand, title, detail }] of told.objectives.entries())
    written.push(
      await write("objective", demoId("objective", key), {
        by: tutor,
        at: morningOf(told.startedOn) + 7_500_000,
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
    by,
    at: entry.at,
    edit: (draft) => {
      for (const prompt of prompts) draft.type(prompt, entry[prompt] ?? "");
      draft.set("happenedOn", localDateOf(entry.at));
      if (entry.strand) draft.set("strand", entry.strand);
      if (entry.target !== undefined) draft.set("target", demoId("target", entry.target));
    },
  });
  await write("sharing-choice", demoId("sharing-choice", entry.key), {
    by,
    at: entry.at,
    edit: (draft) => {
      draft.set("entry", id);
      draft.set("sharedWith", entry.sharedWith);
    },
  });
}

async function writeGoing(
  { told, write }: DemoSubject,
  { target, feeling, at, words }: DemoGoing,
  index: number,
): Promise<void> {
  await write("how-it-is-going", demoId("how-it-is-going", told.person, String(index)), {
    by: demoId("person", told.person),
    at,
    edit: (draft) => {
      draft.set("target", demoId("target", target));
      draft.set("feeling", feeling);
      if (words !== undefined) draft.type("words", words);
    },
  });
}

async function writeComment(
  { told, write }: DemoSubject,
  { by, on, words, at }: DemoComment,
  index: number,
): Promise<void> {
  const isOnTarget = told.targets.some(({ key }) => key === on);
  await write("comment", demoId("comment", told.person, String(index)), {
    by: demoId("person", by),
    at,
    edit: (draft) => {
      draft.set("about", isOnTarget ? demoId("target", on) : demoId("log-entry", on));
      draft.type("words", words);
    },
  });
}
