import { expect, test } from "vitest";
import { createId } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { reviewIdOf, targetOutcomeIdOf, type TargetResult } from "#model/kinds/review.ts";
import { day } from "#model/time.ts";
import type { PeopleOverview } from "#model/wire/api.ts";
import { aDevice, aRecord, aSchoolServer, learner, organisation, person } from "#tests/support/server.ts";

const ann = { learner: learner("ann"), by: person("tess") };
const about = { learner: learner("ann") };
const series = organisation("school");
const first = reviewIdOf({ ...about, series });
const second = reviewIdOf({ ...about, series, previous: first });

const aTarget = (dueOn: string) => {
  const id = createId("target", 1, Math.random);
  return { id, record: aRecord("target", { ...ann, id }, (draft) => draft.set("dueOn", day(dueOn))) };
};

const anOutcome = (review: Id<"review">, target: Id<"target">, outcome: TargetResult) =>
  aRecord("target-outcome", { ...about, id: targetOutcomeIdOf(review, target) }, (draft) => {
    draft.set("review", review);
    draft.set("series", series);
    draft.set("target", target);
    draft.set("outcome", outcome);
  });

test("[R6] the list of learners counts the targets that they work on: those carried on, and those of a review that is not closed", async () => {
  const server = await aSchoolServer();
  const tablet = await aDevice(server, person("tess"));
  const [carriedOn, over, underReview] = [
    aTarget("2026-12-01"),
    aTarget("2026-09-15"),
    aTarget("2026-10-20"),
  ];
  const answers = await tablet.push(
    aRecord("review", { ...about, id: first }, (draft) => {
      draft.set("series", series);
      draft.set("heldOn", day("2026-10-01"));
    }),
    aRecord("review", { ...about, id: second }, (draft) => {
      draft.set("series", series);
      draft.set("previous", first);
    }),
    carriedOn.record,
    over.record,
    underReview.record,
    anOutcome(first, carriedOn.id, "partly"),
    anOutcome(first, over.id, "partly"),
    anOutcome(second, underReview.id, "reached"),
    aRecord("review-closed", ann, (draft) => {
      draft.set("review", first);
      draft.set("series", series);
    }),
  );
  expect(answers.filter(({ refused }) => refused !== undefined)).toEqual([]);
  const { cookie } = await aDevice(server, person("coordinator"));
  const { body } = await server.app.inject({ url: `/api/people?org=${series}`, headers: { cookie } });
  const { learners } = JSON.parse(body) as PeopleOverview;
  expect(learners.find((one) => one.learner === learner("ann"))).toMatchObject({
    targets: 2,
    targetsLate: 1,
    reviewsClosed: 1,
  });
  await server.close();
});
