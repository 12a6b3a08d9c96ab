import { expect, test } from "vitest";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { kindOfId, learnerOfPerson, personOfLearner } from "./id.ts";
import { kindOf } from "./kinds.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { createState, mergeStates, project } from "#model/record/record.ts";
import { contributionIdOf, reviewIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";

const maisie = "learner_0000000000000000000000000M";
const callum = "learner_0000000000000000000000000C";
const school = "organisation_0000000000000000000000000S";
const provider = "organisation_0000000000000000000000000P";
const first = reviewIdOf({ learner: maisie, series: school });

test("[M3] the next review of a series has one id, and another series, learner or review before it another", () => {
  const others = [
    reviewIdOf({ learner: maisie, series: provider }),
    reviewIdOf({ learner: callum, series: school }),
    reviewIdOf({ learner: maisie, series: school, previous: first }),
  ];
  expect(reviewIdOf({ learner: maisie, series: school })).toBe(first);
  expect(new Set([first, ...others]).size).toBe(4);
});

test("[M3] there is one outcome a target and review, and one contribution a person and review", () => {
  const target = "target_0000000000000000000000000T";
  expect(targetOutcomeIdOf(first, target)).toBe(targetOutcomeIdOf(first, target));
  expect(contributionIdOf(first, personOfLearner(maisie))).not.toBe(
    contributionIdOf(first, personOfLearner(callum)),
  );
  expect([planIdOf(maisie), first, targetOutcomeIdOf(first, target)].map(kindOfId)).toEqual([
    "plan",
    "review",
    "target-outcome",
  ]);
});

test("[M3] a plan that learner and tutor each start offline is one plan, with what both wrote", () => {
  const plan = kindOf("plan");
  const random = seededRandom(4);
  const learners = createState(plan, (draft) => draft.type("goodAt", "Making things"), {
    person: personOfLearner(maisie),
    random,
  });
  const tutors = createState(
    plan,
    (draft) => {
      draft.type("goodAt", "Being on time. ");
      draft.set("englishLevel", "Entry 3");
    },
    { person: "person_0000000000000000000000000T", random },
  );
  const both = project(plan, mergeStates(learners, tutors));
  expect(both.goodAt).toContain("Making things");
  expect(both.goodAt).toContain("Being on time.");
  expect(both.englishLevel).toBe("Entry 3");
});

test("a person and the learner they are name each other", () => {
  expect(learnerOfPerson(personOfLearner(maisie))).toBe(maisie);
});
