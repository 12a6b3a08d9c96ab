/** Words of a review. Learner and staff look at it together, so they are plain. */
import type { ContributionContent } from "#model/views/review/frozen-content.ts";
import { count, sayList } from "#ui/words/lists.ts";

/** The steps, in the order they usually go; any may be taken at any time. */
export const reviewSteps = ["since", "targets", "plan", "new", "support", "close"] as const;
/** One of {@link reviewSteps}. */
export type ReviewStep = (typeof reviewSteps)[number];

export const stepWords = {
  since: "Since last time",
  targets: "Last targets",
  plan: "The whole plan",
  new: "New targets",
  support: "Support",
  close: "Close and next date",
} as const satisfies Record<ReviewStep, string>;

/** What each step asks. */
export const stepQuestions = {
  since: "What happened since last time?",
  targets: "How did your last targets go?",
  plan: "How is the whole plan going?",
  new: "What comes next?",
  support: "Who will help, and how?",
  close: "Close the review",
} as const satisfies Record<ReviewStep, string>;

export const reviewWords = {
  title: (number: number | undefined) => (number === undefined ? "Next review" : `Review ${number}`),
  closedTitle: (number: number | undefined, on: string) =>
    number === undefined ? `Review of ${on}` : `Review ${number}`,
  steps: "Steps of the review",
  stepDone: "done",
  next: (step: string) => `Next: ${step.charAt(0).toLocaleLowerCase()}${step.slice(1)}`,
  stop: "Stop here for now",
  fill: (names: readonly string[]) => `${sayList(names)} can fill this in`,
  entries: (number: number) => count(number, "log entry", "log entries"),
  talked: (done: number, all: number) => `${done} of ${all} talked about`,
  noneBefore: "The first review",
  setSoFar: (number: number) => `${count(number, "target")} set`,
  offers: (number: number) => count(number, "offer"),
  notHere: {
    title: "This review is not here",
    words: "It may not have come to this device yet, or you may not see it any more.",
  },

  says: (name: string) => `${name} says`,
  saidNothing: (name: string) =>
    `${name} has not prepared words for this review. Ask, and write them together.`,
  yourWords: "Your words",
  yourWordsHint: "What have you seen since last time?",
  sharedLog: "From the log",
  noLog: "Nothing shared since last time.",
  howItWent: "How targets have been going",
  comments: "What others said",

  noLastTargets: "There are no targets from before. Go on to the whole plan.",
  targetOf: (number: number, all: number) => `Target ${number} of ${all}`,
  notTalked: "Not talked about yet",
  soWhat: "So what do you both say?",
  whyThatWay: "What made it go that way?",

  twoAnswers: (said: readonly string[]) => sayList(said),
  oneAnswer: (name: string, outcome: string) => `${name} chose ${outcome}`,
  bothKept: "You both had no signal. Both answers are kept.",
  use: (outcome: string) => `Use ${outcome}`,
  until: "Until you settle it the review shows both.",

  overall: "How is it going, over all?",
  noneNew: "No new target yet",
  noneNewWords: "One or two are plenty. Begin from a long-term goal, or with something else.",
  noneNewRead: "One or two are plenty. They stand here as soon as they are set.",
  goals: "Where a new target may lead",
  somethingElse: "Something else",
  stillOpen: (on: string) => `Not talked about yet. By ${on}`,
  moveTo: (on: string) => `Move to ${on}`,
  moveOf: (what: string, on: string) => `Move to ${on}: ${what}`,
  today: "Today",
  bothHere: (name: string) => `${name} and I are here`,
  noSupportTitle: "What would make it easier?",
  noSupportWords: "A person, a thing, a time. Say who sees to it.",
  wantsHelpWith: (name: string) => `${name} wants help with`,
  addTarget: "Add a target",
  newTargetTitle: "A new target",
  goesOn: "Not reached yet: which go on?",
  goesOnUntil: (what: string, on: string) => `${what}: until ${on}`,
  over: (number: number) => `${count(number, "target")} not reached and not carried on`,

  supportWhat: "What will help",
  supportWho: "Who does it",
  addSupport: "Add something that will help",
  noSupport: "Nothing offered yet.",
  removeSupport: (what: string) => `Take out: ${what}`,

  heldOn: "When was it held?",
  heldToday: "Today, if you leave it empty",
  present: "Who is here?",
  presentNames: "Anyone else?",
  addPerson: "Add a name",
  nextOn: "When is the next one?",
  nextUsual: "You can still change it later",
  inWeeks: (weeks: number, on: string) => `In ${count(weeks, "week")}: ${on}`,
  before: "Before you close",
  noAnswerYet: (number: number) => `${count(number, "target")} not talked about`,
  unsettled: (number: number) => `${count(number, "target")} with two answers`,
  noNextDate: "No date for the next review",
  allThere: "Everything is there.",
  youMayClose: "You can close it all the same.",
  close: "Close the review",
  closeTitle: "Close this review?",
  closeWords: "It then stays as it is. Anyone can still add to it, and what they add is shown as added.",
  notYet: "Not yet",
  onlyStaff: "The people who hold this review close it.",

  saidNothingThen: (name: string) => `${name} had prepared no words.`,
  closedOn: (on: string) => `Closed ${on}`,
  closedBy: (name: string) => `by ${name}`,
  numberComes: "Its number comes when this has been sent.",
  waiting: "Waiting to send",
  addedMeanwhile: "Added meanwhile",
  addedWords: "Written after the review was closed, or on a device that had no signal then.",
  addendum: (name: string, on: string) => `Closed once more by ${name}, ${on}. What differs is added here.`,
  closedMeanwhile: "This review was closed just now. Finish what you write: it is kept and shown as added.",
  addTo: "Add to this review",
  closeAgain: "Close again with what was added",
  closeAgainWords: "What was added can be read by all. Closing again keeps it just as it stands now.",
  changedContent:
    "The words of this review could not be read. They are safe at your school. Tell the person who looks after Waymark.",
  whoWasHere: "Who was there",
  nextDate: "Next review",
  unsettledThen: "Two answers",
  nothing: "Nothing written",
} as const;

/** What each question of somebody's own words asked. */
export const contributionWords = {
  learned: "Learned",
  enjoyed: "Enjoyed",
  proud: "Proud of",
  hard: "Hard",
  next: "Wants next",
  words: "Also",
  targets: "About a target",
} as const satisfies Record<Exclude<keyof ContributionContent, "by">, string>;
