/** Words of the page behind the status line: what is here, what waits, what was refused and why. */
import type { KindName } from "#model/id.ts";
import type { DeviceWord } from "./saved.ts";
import { count } from "#ui/words/lists.ts";

export const sync = {
  title: (device: DeviceWord) => `Saved on this ${device}`,
  noSignal: "No signal here. That is fine. Keep going.",
  sending: "Sending now.",
  allSent: (when: string) => `Everything was sent ${when}.`,
  notYet: "Not all is sent yet.",
  notCompared: "Not checked with the server yet.",
  signedOut: "Sign in again, and things will send. You can go on writing.",
  signIn: "Sign in again",
  bySelf: "They send by themselves when you have signal.",
  keepOpen: "On some devices nothing sends while Waymark is closed. Keep it open until all is sent.",
  none: "Nothing is waiting.",
  noneWords: "What you write is saved here first. Then it sends by itself.",
  sendNow: "Send now",
  refused: (number: number) => `${count(number, "thing")} not sent`,
  safe: "The words are kept here until you choose.",
  tryAgain: "Try again",
  asComment: "Send the words as a comment",
  copy: "Copy the words",
  copied: "Copied",
  notCopied: "This browser did not copy. Hold a finger on the words to choose and copy them.",
  notErased: "This was not deleted everywhere. The words may be back. Ask your school to delete them.",
  drop: "Take it off this list",
  dropAsk: "Take it off this list?",
  dropWords: "These words will be gone from this device. This can’t be undone.",
  dropYes: "Take it off",
  sentAsComment: "Sent as a comment",
  keptHere: (device: DeviceWord) => `Is it safe on this ${device}?`,
  kept: "Yes. The browser keeps it, even when space runs low.",
  notKept: "The browser may clear it when space runs low. Put Waymark on your home screen to be safer.",
  ask: "Ask the browser to keep it",
  room: (used: string, room: string) => `${used} used of ${room}`,
  retried: "It will be sent again",
} as const;

/** What a record is called in a list of things to send. */
export const kindWords = {
  "log-entry": "In your log",
  "how-it-is-going": "How it is going",
  comment: "What you said",
  contribution: "Your words for a review",
  plan: "The plan",
  objective: "A goal",
  target: "A target",
  "sharing-choice": "Who can see an entry",
  review: "A review",
  "target-outcome": "What became of a target",
  "review-closed": "A closed review",
  person: "A person",
  organisation: "An organisation",
  learner: "A learner",
  membership: "Who works with whom",
  "membership-ended": "Who works with whom",
  "private-opened": "Private entries were opened",
  erasure: "Something you deleted for ever",
} as const satisfies Record<KindName, string>;

const units = ["bytes", "KB", "MB", "GB"] as const;

/** "3 MB" */
export function saySize(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)));
  return `${Math.round(bytes / 1000 ** power)} ${units[power] ?? "bytes"}`;
}
