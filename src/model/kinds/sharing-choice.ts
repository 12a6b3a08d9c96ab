/**
 * With whom an entry's author shares it. Each choice is a fact that names the choices it replaces;
 * of choices made without knowledge of each other the narrower one holds, so a delay can never widen
 * who sees an entry. An entry without a choice is its author's alone. Source: RULES A7.
 */
import type { Id } from "#model/id.ts";
import { defineKind } from "#model/record/kind.ts";
import { link, links, oneOf } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";

/** Who besides the author sees an entry, from narrow to wide. */
export const audiences = ["only-me", "tutor"] as const;
/** One of {@link audiences}. */
export type Audience = (typeof audiences)[number];

export const sharingChoice = defineKind({
  kind: "sharing-choice",
  about: "learner",
  written: "once",
  fields: { entry: link("log-entry"), sharedWith: oneOf(audiences), replaces: links("sharing-choice") },
});

/** What a sharing choice says. */
export type SharingChoice = ValueOf<typeof sharingChoice.fields, typeof sharingChoice.lists>;

/** A choice with its id, as far as resolving needs it. */
export interface IdentifiedChoice {
  readonly id: Id;
  readonly value: Pick<SharingChoice, "sharedWith" | "replaces">;
}

/** The choices of one entry that no other replaces. Empty when there are none. */
export function standingChoices<C extends IdentifiedChoice>(choices: readonly C[]): readonly C[] {
  const replaced = new Set<Id>(choices.flatMap((choice) => choice.value.replaces ?? []));
  return choices.filter((choice) => !replaced.has(choice.id));
}

/** Who besides the author may see an entry, given all choices made about it, in any order. */
export function audienceOf(choices: readonly IdentifiedChoice[]): Audience {
  const standing = standingChoices(choices);
  return standing.length > 0 && standing.every((choice) => choice.value.sharedWith === "tutor")
    ? "tutor"
    : "only-me";
}
