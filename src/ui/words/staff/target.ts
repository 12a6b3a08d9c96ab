/** Words of a target's form. Learners read them too, so they are plain. */
import type { SmartQuestion } from "#model/views/smart.ts";

export const targetWords = {
  newTitle: "A new target",
  what: "What is the target?",
  whatHint: "In plain words: “I can …”",
  strand: "What is it about?",
  objective: "Which long-term goal does it lead to?",
  noObjective: "None of these",
  why: "Why this one?",
  howWeKnow: "How will we know it is reached?",
  support: "What help will there be?",
  helpOutside: "Help outside the classroom",
  helper: "Who helps?",
  dueOn: "By when?",
  steps: "Steps on the way",
  stepsMet: (met: number, all: number): string => `${met} of ${all} steps done`,
  more: "More about it",
  smart: "Five questions that help",
  answered: "answered",
  remove: "Take this target out",
  removed: "Target taken out",
  untitled: "A target without words yet",
  due: (on: string) => `By ${on}`,
  change: "Change",
  done: "Done",
} as const;

/** The five questions. */
export const smartWords = {
  specific: "Does it say exactly what?",
  measurable: "Can both of you tell when it is done?",
  achievable: "Is there help, or a first step?",
  relevant: "Does it lead towards the goal?",
  timed: "Is there a date?",
} as const satisfies Record<SmartQuestion, string>;
