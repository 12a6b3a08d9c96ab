/** Words of getting ready for a review: four short steps. */
import type { PreparationStep } from "#model/views/review/preparation.ts";

/** The steps' names, as in "Next: my last targets". */
export const stepNames = {
  "since-last-time": "since last time",
  "last-targets": "my targets",
  "proud-and-hard": "proud and hard",
  "what-next": "what I want next",
} as const satisfies Record<PreparationStep, string>;

/** A step's name where it stands alone. */
export const stepTitle = (step: PreparationStep): string => {
  const name = stepNames[step];
  return name.charAt(0).toUpperCase() + name.slice(1);
};

export const prepare = {
  title: "Get ready for my review",
  step: (number: number, all: number) => `Part ${number} of ${all}`,
  steps: "Parts",
  done: "done",
  sinceTitle: "What happened since last time?",
  learned: "What did you learn?",
  enjoyed: "What did you enjoy?",
  targetsTitle: "How are your targets going?",
  targetWords: "Say more, if you like",
  noTargets: "You have no targets now. Go on to the next part.",
  proudTitle: "What are you proud of? What is hard?",
  proud: "I am proud of",
  hard: "This is hard for me",
  nextTitle: "What do you want next?",
  next: "Next I want to",
  words: "Something else I want to say",
  fromLog: "From my log",
  fromLogEmpty: "Nothing in your log since last time.",
  noRoom: "That is too long for this box. Nothing was changed. It stays in your log.",
  useIt: "Use these words",
  usedAlready: "These words are there already.",
  onlyMeUsed: "If you use these words, people who work with you can see them.",
  /** As with a plan: whoever may read it reads what is said for its reviews. */
  who: "People who work with you can see this, as you write.",
  onward: "Next part",
  before: "Part before",
  ready: "I am ready",
  readySaid: "You are ready. You can still change it until the review.",
  toToday: "Back to Today",
  closed: "This review is over. What you write now is added to it.",
} as const;
