/** Words of a learner's own plan. */
import type { Stop } from "#model/views/journey.ts";
import { count } from "./lists.ts";

/** The texts of "This is me", as their owner says them. */
export const aboutMe = {
  goodAt: "I am good at",
  learnBest: "I learn best when",
  helpWith: "I want help with",
  interests: "I like",
} as const;

/** Levels now. */
export const levels = { englishLevel: "English", mathsLevel: "Maths", digitalLevel: "Digital" } as const;

export const plan = {
  title: "My plan",
  thisIsMe: "This is me",
  levelsNow: "My levels now",
  whereTo: "Where I want to get to",
  destination: "I want to get to",
  destinationBy: "By when?",
  steps: "Steps on the way",
  howTo: "How I will do it",
  addObjective: "Add a goal",
  objective: "What is the goal?",
  objectiveDetail: "Say more, if you like",
  objectiveStrand: "What is it about?",
  removeObjective: "Take this goal out",
  objectiveRemoved: "Goal taken out",
  otherTargets: "My other targets",
  addTarget: "Add a target",
  nowUntil: (day: string) => `Now, until ${day}`,
  now: "Now",
  becameOn: (outcome: string, day: string) => `${outcome}, ${day}`,
  notYet: "Nothing here yet.",
  sayIt: "Say it in your own words",
  noDestination: "You have not said yet. It can change at any time.",
  noObjectives: "Your goals and targets will stand here. You and your tutor set them together.",
  conflict: "Two answers were kept. Look at both.",
  start: "Start",
  youAreHere: "You are here",
  reviews: "My reviews so far",
  review: (number: number | undefined) => (number === undefined ? "Review" : `Review ${number}`),
  others: "What people say about my plan",
} as const;

export const target = {
  title: "My target",
  toPlan: "My plan",
  why: "Why",
  howWeKnow: "How we will know",
  support: "Help I get",
  helpOutside: "Help outside school",
  helper: "Who helps",
  until: (day: string) => `Until ${day}`,
  steps: "Steps",
  newTitle: "A new target",
  before: "How it was going",
  gone: "This target is not here any more.",
  change: "Change it",
} as const;

/** An answer as it is said, and whose it is: "You", or a name. */
type GivenBy = { readonly said: string; readonly name: string };

export const twoAnswers = {
  both: (one: GivenBy, other: GivenBy) => `${one.name} chose ${one.said}, ${other.name} chose ${other.said}`,
  kept: "You could not see each other’s answer. Both are kept.",
  keptOfOthers: "They could not see each other’s answer. Both are kept.",
  keep: (answer: string) => `Keep ${answer}`,
  use: (answer: string) => `Use ${answer}`,
  settled: (answer: string) => `Now it says ${answer}`,
  talk: "You can also leave both and talk about it. Nothing is lost.",
  ask: "Talk about it with them. One of them can choose.",
  one: "There is only one answer now.",
  gone: "This is not here any more.",
  none: "No answer",
  yes: "Yes",
  no: "No",
  back: "Back",
} as const;

const howMany = (road: readonly Stop[], kind: Stop["kind"]): number =>
  road.filter((stop) => stop.kind === kind).length;

/** The whole road in words, for those who do not see the map. */
export const roadInWords = (road: readonly Stop[]): string =>
  `Your road. Behind you: ${count(howMany(road, "reached"), "target")} reached, ${count(howMany(road, "review"), "review")}. Ahead: ${count(howMany(road, "ahead"), "target")}.`;
