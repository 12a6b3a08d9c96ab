/**
 * That a safeguarding lead opened what a learner keeps as “only me” (break-glass access): who, when, why,
 * and which entries. The server writes it in the same transaction that reads them out, and nobody else
 * can; it goes to the learner alone. It begins without a word anybody typed: so much of it stands in the journal, too,
 * and what was lost with a backup is told without its reason. Source: RULES A14, S15, domain guide section 6.
 */
import { defineKind } from "#model/record/kind.ts";
import { links, phrase } from "#model/record/schema.ts";

/** The most entries that one opening reads out; the newest come first. */
export const openedLimit = 5000;

export const privateOpened = defineKind({
  kind: "private-opened",
  about: "learner",
  written: "once",
  fields: {
    /** Name of who opened, as it was: their record may not reach the learner for ever. Absent like the reason. */
    name: phrase(),
    /** Absent when it was lost with a backup that was put in place. */
    reason: phrase(),
    entries: links("log-entry", openedLimit),
  },
});

/** True for an opening that stands without its reason, and so without any word that was typed. */
export const isWithoutReason = (value: Readonly<Record<string, unknown>>): boolean =>
  value["reason"] === undefined;
