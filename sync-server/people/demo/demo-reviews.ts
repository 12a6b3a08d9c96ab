/** The reviews of a demo learner, each with the targets looked back at and those newly set, and its closing. */
import { generateNKeysBetween } from "fractional-indexing";
import type { Id } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { kindOf } from "#model/kinds.ts";
import { project } from "#model/record/record.ts";
import { contributionIdOf, reviewIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";
import { freeze } from "#model/views/review/frozen-content.ts";
import { reviewContent } from "#model/views/review/review-content.ts";
import { type ReviewFamily } from "#model/views/review/review-family.ts";
import type { Written } from "#model/record/written.ts";
import type { DemoReview, DemoTarget } from "#server/demo/demo-school.ts";
import { demoId } from "./demo-ids.ts";
import { morningOf, type DemoSubject } from "./demo-subject.ts";

const hourMs = 3_600_000;

type Family = {
  readonly [
    Part in Exclude<keyof ReviewFamily, "plan" | "objectives" | "closings">
  ]: ReviewFamily[Part][number][];
};

/** Writes the targets of the first plan, then review by review. */
export async function writeReviews(
  subject: DemoSubject,
  objectives: readonly Written<"objective">[],
): Promise<void> {
  const { told, desk, learner, school } = subject;
  const plan = await desk.record(planIdOf(learner));
  const family: Family = { reviews: [], contributions: [], targets: [], outcomes: [] };
  const whole: ReviewFamily = {
    ...family,
    closings: [],
    objectives,
    plan: plan && project(kindOf("plan"), plan.state),
  };
  await writeTargets(subject, family, { setAtReview: 0 });
  let previous: Id<"review"> | undefined;
  for (const review of told.reviews) {
    const id = reviewIdOf({ learner, series: school, ...(previous && { previous }) });
    await writeReview(subject, family, { id, review, previous });
    await writeTargets(subject, family, { setAtReview: review.number, review: id });
    if (!review.closed) continue;
    await closeReview(subject, whole, { id, review });
    previous = id;
  }
}

async function writeTargets(
  { told, tutor, write }: DemoSubject,
  family: Family,
  { setAtReview, review }: { readonly setAtReview: number; readonly review?: Id<"review"> },
): Promise<void> {
  const targets = told.targets.filter((target) => target.setAtReview === setAtReview);
  const places = generateNKeysBetween(family.targets.at(-1)?.value.place ?? null, null, targets.length);
  for (const [index, target] of targets.entries())
    family.targets.push(
      await write("target", demoId("target", target.key), {
        by: tutor,
        at: morningOf(target.setOn) + 2 * hourMs + index,
        edit: (draft) => {
          for (const field of ["what", "why", "howWeKnow", "support", "helper"] as const)
            draft.type(field, target[field] ?? "");
          draft.set("strand", target.strand);
          draft.set("objective", demoId("objective", target.objective));
          draft.set("dueOn", target.dueOn);
          draft.set("place", places[index]);
          if (review) draft.set("setAt", review);
          const stepPlaces = generateNKeysBetween(null, null, target.steps.length);
          for (const [number, { what, met }] of target.steps.entries()) {
            const step = draft.item("steps", `step${number + 1}`);
            step.place(stepPlaces[number] ?? "a0");
            step.type("what", what);
            if (met) step.set("met", true);
          }
        },
      }),
    );
}

interface Held {
  readonly id: Id<"review">;
  readonly review: DemoReview;
  readonly previous: Id<"review"> | undefined;
}

async function writeReview(
  subject: DemoSubject,
  family: Family,
  { id, review, previous }: Held,
): Promise<void> {
  const { told, tutor, school, write } = subject;
  const at = review.closed
    ? morningOf(review.heldOn) + hourMs
    : Math.min(morningOf(review.heldOn), subject.desk.now) - hourMs;
  family.reviews.push(
    await write("review", id, {
      by: tutor,
      at,
      edit: (draft) => {
        draft.set("series", school);
        if (previous) draft.set("previous", previous);
        draft.set("plannedOn", review.heldOn);
        if (!review.closed) return;
        draft.set("heldOn", review.heldOn);
        draft.type("overall", review.overall);
        draft.set("nextOn", review.nextDueOn);
        for (const [index, person] of [demoId("person", told.person), tutor].entries()) {
          draft.item("present", person).place(`a${index}`);
          draft.item("present", person).set("person", person);
        }
      },
    }),
  );
  for (const said of review.contributions) {
    const by = demoId("person", said.by);
    const contribution = await write("contribution", contributionIdOf(id, by), {
      by,
      at: at - hourMs,
      edit: (draft) => {
        draft.set("review", id);
        for (const field of ["words", "proud", "hard"] as const) draft.type(field, said[field] ?? "");
        if (by === demoId("person", told.person) && review.closed) draft.set("ready", true);
      },
    });
    family.contributions.push(contribution);
  }
  for (const target of told.targets.filter(({ outcome }) => outcome?.atReview === review.number))
    family.outcomes.push(await writeOutcome(subject, target, { id, at: at + hourMs / 2 }));
}

const writeOutcome = (
  { school, write }: DemoSubject,
  { key, outcome }: DemoTarget,
  { id, at }: { readonly id: Id<"review">; readonly at: number },
): Promise<Written<"target-outcome">> =>
  write("target-outcome", targetOutcomeIdOf(id, demoId("target", key)), {
    by: demoId("person", outcome?.by ?? ""),
    at,
    edit: (draft) => {
      draft.set("review", id);
      draft.set("series", school);
      draft.set("target", demoId("target", key));
      draft.set("outcome", outcome?.outcome);
      draft.type("reason", outcome?.reason ?? "");
    },
  });

async function closeReview(
  { told, tutor, school, write }: DemoSubject,
  family: ReviewFamily,
  { id, review }: Omit<Held, "previous">,
): Promise<void> {
  const wasOpen = ({ setAtReview, outcome }: DemoTarget): boolean =>
    setAtReview < review.number && (outcome === undefined || outcome.atReview >= review.number);
  const looksBackAt = told.targets.filter(wasOpen).map(({ key }) => demoId("target", key));
  await write("review-closed", demoId("review-closed", told.person, String(review.number)), {
    by: tutor,
    at: morningOf(review.heldOn) + 3 * hourMs,
    edit: (draft) => {
      const { content, contentHash } = freeze(reviewContent(id, family, looksBackAt));
      draft.set("review", id);
      draft.set("series", school);
      draft.set("content", content);
      draft.set("contentHash", contentHash);
      draft.set("nextOn", review.nextDueOn);
    },
  });
}
