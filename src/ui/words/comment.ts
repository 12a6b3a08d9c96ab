/** Words around comments. */
import type { Commentable } from "#model/comment.ts";
import { kindOfId } from "#model/id.ts";

export const comment = {
  yours: "Your words",
  title: "What people say",
  add: "Say something",
  answerTitle: (name: string) => `Answer ${name}`,
  remove: "Take it back",
  removed: "Taken back",
  none: "Nothing said yet.",
} as const;

/** What a comment is about, where nothing better is known of it. */
export function sayKind(about: Commentable): string {
  const kind = kindOfId(about);
  if (kind === "log-entry") return "About your log";
  if (kind === "review") return "About your review";
  return kind === "target" ? "About a target" : "About your plan";
}
