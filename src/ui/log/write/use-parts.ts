/**
 * A long entry lies in several records; it is written in one of them at a time and read as one. What is
 * typed or pasted beyond what a record takes goes on in the next by itself.
 */
import { useMemo } from "react";
import type { Id, LearnerId } from "#model/id.ts";
import type { LogEntry } from "#model/kinds/log-entry.ts";
import { partsOfEntry } from "#model/views/whole-entries.ts";
import type { EditOf } from "#store/store.ts";
import { useStore } from "#ui/store-context.tsx";
import { useWriting } from "#ui/typed/use-writing.ts";
import type { Writing } from "#ui/typed/use-writing.ts";
import { useRecordsOf } from "#ui/use-record.ts";

type EntryId = Id<"log-entry">;

/** The records of the entry that begins with this one, in order; none before it is begun. */
export function usePartsOf(learner: LearnerId, head: EntryId | undefined): readonly EntryId[] {
  const entries = useRecordsOf("log-entry", head && learner);
  return useMemo(() => {
    const begun = entries?.find(({ id }) => id === head);
    if (begun && entries) return partsOfEntry(begun, entries).map(({ id }) => id);
    return head === undefined ? [] : [head];
  }, [entries, head]);
}

const goOnFrom =
  (after: EntryId, { happenedOn, strand, target }: LogEntry): EditOf<"log-entry"> =>
  (draft) => {
    draft.set("continues", after);
    draft.set("happenedOn", happenedOn);
    draft.set("strand", strand);
    draft.set("target", target);
  };

/** Which record of a long entry is being written in. */
export interface WritingIn {
  readonly learner: LearnerId;
  /** The first record; undefined before it is begun. */
  readonly id: EntryId | undefined;
  /** The one shown; undefined for the first. */
  readonly part: EntryId | undefined;
  readonly start: EditOf<"log-entry">;
  /** Called with records that others of this entry go on in. */
  readonly onParts: (parts: readonly EntryId[]) => void;
  /** Called to show the record where the words end that were put in. */
  readonly onMoved: (part: EntryId) => void;
}

/** The first record, which says when and what for, and the one shown. */
export function useEntryWriting(writing: WritingIn): {
  readonly head: Writing<"log-entry">;
  readonly shown: Writing<"log-entry">;
} {
  const { records } = useStore();
  const { learner, id, part, start, onParts, onMoved } = writing;
  const entries = useRecordsOf("log-entry", id && learner);
  const goOn = {
    next: goOnFrom,
    onParts: (after: EntryId, parts: readonly EntryId[]) => {
      onParts(parts);
      const last = parts.at(-1);
      // What went on from the same record before follows what is put in between.
      const followers = (entries ?? []).filter(
        ({ id: one, value }) => value.continues === after && !parts.includes(one),
      );
      if (last)
        for (const follower of followers)
          void records.change(follower.id, (draft) => draft.set("continues", last));
    },
    onMoved,
  };
  const head = useWriting("log-entry", { learner }, { id, start, goOn });
  const later = useWriting("log-entry", { learner }, { id: part, goOn });
  return { head, shown: part === undefined ? head : later };
}
