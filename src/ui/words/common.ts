/** Words that stand on many screens. */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import type { Strand } from "#model/kinds/strand.ts";

/** What the device in the hand is called. */
export type DeviceWord = "phone" | "tablet" | "computer";

export const common = {
  product: "Waymark",
  pageTitle: (page: string) => `${page} · Waymark`,
  main: "Main",
  skip: "Go to the main part",
  close: "Close",
  back: "Back",
  done: "Done",
  undo: "Undo",
  change: "Change",
  cancel: "Cancel",
  news: "News",
  loading: "Coming from this device",
  hearIt: "Hear it",
  stopHearing: "Stop",
  listen: "Listen",
  someone: "Someone you work with",
  you: "You",
  isNew: "New",
  isChanged: "Changed",
  changedSince: "Changed since you last looked",
  tryAgain: "Try again",
} as const;

/** The places of a learner's bar. */
export const places = { today: "Today", log: "My log", plan: "My plan", me: "Me" } as const;

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

/** What is saved, what waits, what was refused: the status line. */
export const saved = {
  here: (device: DeviceWord) => `Saved on this ${device}`,
  waiting: (unsent: number) => `${unsent} waiting to send`,
  sending: "Sending",
  sent: (when: string) => `All sent ${when}`,
  signInAgain: "Can’t send: sign in again",
  refused: (refused: number) => `${refused} not sent`,
  asYouWrite: "Saved as you write",
  saving: "Saving",
  failed: "Not saved",
  waitingOne: "Waiting to send",
} as const;

/** How many are new since one last looked. */
export const newCount = (number: number): string => `${number} new`;
