/** A learner's plan: who they are, where they want to get to. There is one a learner. Source: the ILP guide, stages 1 and 2. */
import { derivedId } from "#model/id.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { defineKind } from "#model/record/kind.ts";
import { date, phrase, text } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";

/** The id of this learner's plan. */
export const planIdOf = (learner: LearnerId): Id<"plan"> => derivedId("plan", learner);

export const plan = defineKind({
  kind: "plan",
  about: "learner",
  written: "together",
  fields: {
    goodAt: text(),
    learnBest: text(),
    helpWith: text(),
    interests: text(),
    englishLevel: phrase(),
    mathsLevel: phrase(),
    digitalLevel: phrase(),
    destination: text(),
    destinationBy: date(),
  },
  lists: { steps: { what: text() } },
  idOf: ({ envelope }) => envelope.learner && planIdOf(envelope.learner),
});

/** What a plan says. */
export type Plan = ValueOf<typeof plan.fields, typeof plan.lists>;
