/** Five questions that make a target easier to reach. They help and never block. Source: Personalised Learning, “Target setting and tracking”. */
import type { Target } from "#model/kinds/target.ts";

/** The questions, in the order they are asked. */
export const smartQuestions = ["specific", "measurable", "achievable", "relevant", "timed"] as const;
/** One of {@link smartQuestions}. */
export type SmartQuestion = (typeof smartQuestions)[number];

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== "").length;

/** A target says what exactly from this many words on. */
const fewestWords = 3;

/** Which of the questions the target answers so far. Only looks whether something is there, never how good it is. */
export const smartAnswers = (target: Target): Readonly<Record<SmartQuestion, boolean>> => ({
  specific: wordsIn(target.what) >= fewestWords,
  measurable: target.howWeKnow.trim() !== "",
  achievable: target.support.trim() !== "" || target.steps.length > 0,
  relevant: target.objective !== undefined || target.why.trim() !== "",
  timed: target.dueOn !== undefined,
});
