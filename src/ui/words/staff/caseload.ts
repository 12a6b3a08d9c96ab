/** Words of the caseload. */
import type { DueGroup } from "#model/views/caseload.ts";
import type { CaseloadFilter } from "#model/views/caseload-filters.ts";
import { count } from "#ui/words/lists.ts";

export const caseload = {
  title: "Caseload",
  find: "Find a learner",
  filters: "Show",
  table: "Learners, the review due first at the top",
  columns: {
    learner: "Learner",
    trail: "Trail",
    review: "Review",
    targets: "Targets",
    lastEntry: "Last entry",
    sent: "Sent",
  },
  next: "Next review",
  review: (number: number) => `Review ${number}`,
  due: (review: string, on: string) => `${review}, due ${on}`,
  noDate: "No date yet",
  notStarted: "not started",
  started: "started",
  ready: (name: string) => `${name} is ready`,
  late: (days: number) => `${count(days, "day")} late`,
  noTargets: "No targets yet",
  offTrack: (off: number, all: number) => `${off} of ${all} off track`,
  onTrack: (all: number) => `${all} on track`,
  nothingShared: "Nothing shared yet",
  allSent: "All sent",
  waiting: (number: number) => `${number} waiting`,
  news: (number: number) => `${number} new`,
  nobodyFound: "Nobody here fits",
  nobodyFoundWords: "Look for another name, or show everyone.",
  showEveryone: "Show everyone",
  keys: { move: "move", open: "open", start: "open review", find: "find" },
} as const;

/** The filters above the list. */
export const filterWords = {
  everyone: "Everyone",
  overdue: "Overdue",
  "off-track": "Off track",
  quiet: "Quiet for a week",
  waiting: "Not sent yet",
} as const satisfies Record<CaseloadFilter, string>;

/** The heads of the list's parts. */
export const groupWords = {
  overdue: "Overdue",
  soon: "In the next 14 days",
  later: "Later",
} as const satisfies Record<DueGroup, string>;

/** Before anybody is on a caseload. */
export const emptyCaseload = {
  title: "Nobody is on your caseload yet",
  words: "Learners appear here when the coordinator puts them in your group. You do not have to do it.",
  lookAgain: "Look again",
  looked: "Nobody yet. Learners also come by themselves, as soon as there is signal.",
  wordsToAssign: "Give yourself or anybody else learners, one by one or by a list of the school’s.",
  toPeople: "Go to People",
  looking: "Looking for your learners. They come with the first connection.",
  rows: "One row a learner. The review due first is at the top.",
  dots: "A disc is on track, a diamond is off track.",
  offline: "It all opens with no signal, once it has been here.",
} as const;
