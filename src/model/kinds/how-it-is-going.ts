/** How a learner feels a target is going, on one day. Each answer is kept; the newest is the one shown. */
import { defineKind } from "#model/record/kind.ts";
import { flag, link, oneOf, text } from "#model/record/schema.ts";

/** The four answers, from hardest to easiest. */
export const feelings = ["stuck", "hard", "ok", "good"] as const;
/** One of {@link feelings}. */
export type Feeling = (typeof feelings)[number];

export const howItIsGoing = defineKind({
  kind: "how-it-is-going",
  about: "learner",
  written: "together",
  fields: { target: link("target"), feeling: oneOf(feelings), words: text(), removed: flag() },
  summary: ({ target, feeling, removed }) => ({ target, feeling, removed }),
});
