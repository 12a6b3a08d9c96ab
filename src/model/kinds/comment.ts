/** A comment on a target, an entry, a review or the plan, by anyone of the teaching team or the learner. */
import type { Id } from "#model/id.ts";
import { defineKind } from "#model/record/kind.ts";
import { flag, link, text } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";

export const comment = defineKind({
  kind: "comment",
  about: "learner",
  written: "together",
  goesOn: true,
  fields: {
    about: link("plan", "objective", "target", "log-entry", "review"),
    words: text(),
    removed: flag(),
  },
});

/** What a comment says. */
export type Comment = ValueOf<typeof comment.fields, typeof comment.lists>;

/** What may be commented on. */
export type Commentable = Id<"plan" | "objective" | "target" | "log-entry" | "review">;

/** True for words that were said and taken back, and are still kept. */
export const isTakenBack = ({ words, removed }: Comment): boolean => words.trim() !== "" && removed === true;

/** True for a comment that screens show: not removed, and with words in it. */
export const isShownComment = ({ words, removed }: Comment): boolean =>
  words.trim() !== "" && removed !== true;
