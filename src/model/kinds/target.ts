/** A short-term target: a stepping stone to an objective, in the learner's words. Source: Personalised Learning, “Target setting and tracking”. */
import { defineKind } from "#model/record/kind.ts";
import { date, flag, link, phrase, text } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";
import type { LocalDate } from "#model/time.ts";
import { strand } from "./strand.ts";

export const target = defineKind({
  kind: "target",
  about: "learner",
  written: "together",
  fields: {
    what: text(),
    why: text(),
    howWeKnow: text(),
    support: text(),
    helpOutside: text(),
    helper: text(),
    strand: strand(),
    objective: link("objective"),
    setAt: link("review"),
    dueOn: date(),
    place: phrase(),
    removed: flag(),
  },
  lists: { steps: { what: text(), met: flag() } },
  summary: ({ strand: about, dueOn, removed }) => ({ strand: about, dueOn, removed }),
});

/** What a target says. */
export type Target = ValueOf<typeof target.fields, typeof target.lists>;

/** Share of a target's steps that are met, 0 to 1; a target without steps is 0. Source: RULES R7. */
export const progress = ({ steps }: Pick<Target, "steps">): number =>
  steps.length === 0 ? 0 : steps.filter((step) => step.met === true).length / steps.length;

/** True from the day after `dueOn`; a target due today is not late. */
export const isLate = ({ dueOn }: Pick<Target, "dueOn">, today: LocalDate): boolean =>
  dueOn !== undefined && dueOn < today;
