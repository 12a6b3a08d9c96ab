/** Words of a learner's first screen. */
import { everywhere } from "./everywhere.ts";
import { count, sayList } from "./lists.ts";

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

export const today = {
  hello: (name: string) => `Hello, ${firstName(name)}`,
  write: "Write",
  writeHint: "Say what you did today",
  capture: "Add to my log",
  targetsNow: "My targets now",
  targetsUntil: (number: number, until: string | undefined) =>
    until ? `${number} until ${until}` : count(number, "target"),
  howIsItGoing: "How is it going?",
  said: (feeling: string, when: string) => `${feeling} ${when}`,
  notSaid: "Not said yet",
  savedFeeling: (feeling: string) => `Saved: ${feeling}`,
  seeTarget: "See this target",
  nextReview: "My next review",
  firstReview: "My first review",
  noDate: "No date yet",
  noDateWords: (tutors: readonly string[]) =>
    tutors.length > 0 ? `${sayList(tutors)} will set one.` : "Your tutor will set one.",
  reviewAt: (weekday: string, time: string | undefined) => (time ? `${weekday} at ${time}` : weekday),
  reviewWith: (names: readonly string[], where: string | undefined) =>
    [names.length > 0 ? `With ${sayList(names)}` : "", where ? `at ${where}` : ""].filter(Boolean).join(", "),
  stepsDone: (done: number, all: number) => `${done} of ${all} done.`,
  nextStep: (step: string) => `Next: ${step}.`,
  allDone: "You are ready.",
  getReady: "Get ready",
  lookAgain: "Look again",
  road: (done: number, all: number) => `Getting ready: ${done} of ${all} parts done, then the review`,
  othersSaid: "What others said",
  trailStarts: "Your trail starts here",
  trailStartsWords: (tutors: readonly string[]) =>
    tutors.length > 0
      ? `You and ${sayList(tutors)} set your first targets together.`
      : "You and your tutor set your first targets together.",
  sayGoodAt: "Say what you are good at",
  emptyRoad: "Your road: you are at the start. Targets and your first review are ahead.",
  moreBelow: "More below",
} as const;

/** The name before the first space, for short buttons. */
export const shortName = (name: string | undefined): string =>
  name === undefined ? everywhere.someone : firstName(name);
