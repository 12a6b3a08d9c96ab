/** Words of a learner's page as staff see it. */
import type { Role } from "#model/kinds/membership.ts";
import type { Plan } from "#model/kinds/plan.ts";
import { count } from "#ui/words/lists.ts";

export const learnerWords = {
  comment: "Comment",
  comments: "Comments",
  startReview: (number: number | undefined) =>
    number === undefined ? "Start the next review" : `Start review ${number}`,
  goOn: (number: number | undefined) =>
    number === undefined ? "Go on with the review" : `Go on with review ${number}`,
  road: "Reviews",
  reviewHeld: (reached: number, set: number) => `${reached} reached, ${set} set.`,
  nextReady: (name: string) => `${name} is ready.`,
  nextPreparing: (name: string) => `${name} has begun to prepare.`,
  nextQuiet: (name: string) => `${name} has not prepared yet.`,
  nextDue: (on: string) => `Due ${on}.`,
  plan: "Plan",
  openPlan: "Open the plan",
  changePlan: "Change the plan",
  destination: "Where they want to get to",
  noDestination: "No destination yet.",
  noTargets: "No targets yet.",
  addTarget: "New target",
  onTrack: "On track",
  offTrack: "Off track",
  late: (on: string) => `Late since ${on}`,
  says: (name: string, feeling: string) => `${name} says: ${feeling}`,
  /** Before what they want help with, in their own words. */
  help: "Wants help with:",
  logSince: (number: number | undefined) =>
    number === undefined ? "Log since the last review" : `Log since review ${number}`,
  log: "Log",
  shared: (number: number, fresh: number) => `${number} shared${fresh > 0 ? `, ${fresh} new` : ""}`,
  noEntries: (name: string) => `${name} has shared nothing since then.`,
  allEntries: (number: number) => `All ${count(number, "entry", "entries")}`,
  newComments: (number: number) => `${number} new`,
  whoSees: (name: string) => `Who sees ${name}’s record`,
  notHere: {
    title: "This learner is not here",
    words: "They may not be on your caseload any more, or not have come to this device yet.",
  },
  thisIsMe: "This is me",
  whereTo: "Where I want to get to",
  how: "How I will do it",
  addObjective: "Add a long-term goal",
  objective: "Long-term goal",
  objectiveDetail: "More about it",
  objectiveAbout: "What is it about?",
  noObjectives: "No long-term goals yet.",
  removeObjective: "Take this goal out",
  removedObjective: "Goal taken out",
  targetTitle: "Target",
  askDestinationBy: "By when?",
  saidAbout: "What was said about it",
  howItWent: "How it has been going",
  nothing: "Nothing written yet",
} as const;

/** The plan's questions, as its learner is asked them. */
export const planWords = {
  goodAt: "What I am good at",
  learnBest: "How I learn best",
  helpWith: "What I need help with",
  interests: "What I like",
  englishLevel: "English level",
  mathsLevel: "Maths level",
  digitalLevel: "Digital level",
  destination: "Where I want to get to",
  destinationBy: "By when?",
  steps: "Steps on the way",
} as const satisfies Record<Exclude<keyof Plan, "answers">, string>;

/** What somebody is to the learner, beside their name. */
export const seesAs = {
  tutor: "Tutor",
  "teaching-team": "Teaching team",
  home: "",
  provider: "",
  staff: "Off-site staff",
  coordinator: "Coordinator",
  administrator: "Administrator",
  "safeguarding-lead": "Safeguarding lead",
} as const satisfies Record<Role, string>;
