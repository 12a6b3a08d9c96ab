/** How what people choose between is said: strands, feelings, and what became of a target. */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import type { Strand } from "#model/kinds/strand.ts";

/** The strands; `vocational` goes by the learner's programme where it has a name. */
export const strandWords = {
  vocational: "My course",
  "me-and-others": "Me and others",
  english: "English",
  maths: "Maths",
  digital: "Digital",
  placement: "Placement",
} as const satisfies Record<Strand, string>;

/** How it is going, under the faces. */
export const feelingWords = {
  stuck: "Stuck",
  hard: "Hard",
  ok: "OK",
  good: "Good",
} as const satisfies Record<Feeling, string>;

/** What became of a target. */
export const outcomeWords = {
  reached: "Reached",
  partly: "Partly",
  "not-yet": "Not yet",
  changed: "Changed",
} as const satisfies Record<TargetResult, string>;
