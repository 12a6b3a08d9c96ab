/** A person as the owner of a plan. There is one for each person who learns; the ids share their ending. */
import { learnerOfPerson, personOfLearner } from "#model/id.ts";
import { defineKind } from "#model/record/kind.ts";
import { date, phrase } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";

export const learner = defineKind({
  kind: "learner",
  about: "learner",
  written: "together",
  fields: { programme: phrase(), subjectIcon: phrase(), startedOn: date() },
  idOf: ({ envelope }) => envelope.learner && learnerOfPerson(personOfLearner(envelope.learner)),
  summary: ({ programme, startedOn }) => ({ programme, startedOn }),
});

/** What a learner record says. */
export type Learner = ValueOf<typeof learner.fields, typeof learner.lists>;
