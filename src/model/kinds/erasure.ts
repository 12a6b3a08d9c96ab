/**
 * That a record is erased for good: its words, everything they replaced and every copy, wherever it is. Written by whoever
 * wrote the record, or by a coordinator of the learner's home. Removing (a flag) can be undone; this cannot. What a
 * closed review froze stays in the closing. Source: RULES A18.
 */
import type { KindName } from "#model/id.ts";
import { defineKind } from "#model/record/kind.ts";
import { link } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";

/** Kinds whose records can be erased: one person's words, under ids that are never used again. */
export const erasable = ["log-entry", "comment", "how-it-is-going"] as const satisfies readonly KindName[];

export const erasure = defineKind({
  kind: "erasure",
  about: "learner",
  written: "once",
  fields: {
    record: link(...erasable),
    /** Whose words they are; the server knows whether that is true. */
    author: link("person"),
  },
});

/** What an erasure says. */
export type Erasure = ValueOf<typeof erasure.fields, typeof erasure.lists>;
