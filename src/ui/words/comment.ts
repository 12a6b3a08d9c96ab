/** Words around comments; `isOwn` where the learner reads what is about themselves. */
import { kindOfId } from "#model/id.ts";
import type { Commentable } from "#model/kinds/comment.ts";

export const comment = {
  title: "What people say",
  add: "Say something",
  addTo: (name: string) => `Say something to ${name}`,
  answer: (name: string) => `Answer ${name}`,
  done: "Done",
  none: "Nothing said yet.",
  noneTo: (name: string) => `Nobody has said anything to ${name} yet.`,
  onlyYou: "Only you",
  yourPeople: "People who work with you",
  /** Completes a name: who sees words from their first letter. */
  willSee: " will see it, as you write",
  andTeam: " and their team will see it, as you write",
  andTutors: " and their tutors will see it, as you write",
  earlier: (number: number) => (number === 1 ? "1 earlier comment" : `${number} earlier comments`),
  remove: "Take it back",
  removed: "Comment taken back",
  takenBack: (number: number) =>
    number === 1 ? "1 comment you took back" : `${number} comments you took back`,
  bringBack: "Say it after all",
} as const;

/** What a comment is about, where nothing better is known of it. */
export function sayAbout(about: Commentable | undefined, isOwn: boolean): string {
  const kind = kindOfId(about);
  if (kind === "log-entry") return isOwn ? "About your log" : "About a log entry";
  if (kind === "review") return isOwn ? "About your review" : "About a review";
  if (kind === "target") return "About a target";
  return isOwn ? "About your plan" : "About the plan";
}

/** What a comment is about, by the words of its target. */
export const sayAboutTarget = (what: string): string => `About “${what}”`;
