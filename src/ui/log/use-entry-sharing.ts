/**
 * Who sees the entry that is being written. Until it is done a new one is its author's alone,
 * whatever was chosen, so that nobody reads half a thought; leaving the page is done, too.
 */
import { useEffect, useRef, useState } from "react";
import type { Id, LearnerId } from "#model/id.ts";
import { audienceOf } from "#model/kinds/sharing-choice.ts";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { useChoices, useShare, useUsualAudience } from "./use-audience.ts";

type EntryId = Id<"log-entry">;

/** What will be, and how to choose it. */
export interface EntrySharing {
  readonly audience: Audience;
  readonly isDraft: boolean;
  readonly choose: (audience: Audience) => void;
  /** Shares as the entry what it goes on in. */
  readonly shareParts: (parts: readonly EntryId[]) => void;
  /** Makes the choice shown a fact about a new entry, which may be begun only now. Problems: those of creating. */
  readonly finish: (entry: EntryId | undefined) => Promise<Outcome<true>>;
}

/** The entry that is written. */
export interface SharedEntry {
  readonly entry: EntryId | undefined;
  /** Its records, the first among them. */
  readonly parts: readonly EntryId[];
  /** True for an entry first written on this visit. */
  readonly isNew: boolean;
  /** Resolves when no words are moving on into others. */
  readonly settled: () => Promise<unknown>;
}

/** A long entry is shared with all of its parts. */
export function useEntrySharing(
  learner: LearnerId,
  { entry, parts, isNew, settled }: SharedEntry,
): EntrySharing {
  const usual = useUsualAudience(learner);
  const choicesOf = useChoices(learner);
  const share = useShare(learner);
  const [chosen, setChosen] = useState<Audience>();
  const intended = chosen ?? usual;
  /** Parts that came while the page was being left are known here first. */
  const begun = useRef(new Set<EntryId>());
  const isFinished = useRef(false);
  const finish = async (head: EntryId | undefined): Promise<Outcome<true>> => {
    if (!isNew || !head || !choicesOf || isFinished.current) return yes(true);
    isFinished.current = true;
    await settled();
    const all = [...new Set([head, ...parts, ...begun.current])];
    const differs = (part: EntryId): boolean => {
      const choices = choicesOf(part);
      return choices.length === 0 || audienceOf(choices) !== intended;
    };
    const shared = await share(all.filter(differs), intended);
    isFinished.current = shared.ok;
    return shared;
  };
  const leave = useRef((): void => undefined);
  useEffect(() => {
    leave.current = () => void finish(entry);
  });
  useEffect(() => () => leave.current(), []);
  const standing = entry && choicesOf ? audienceOf(choicesOf(entry)) : "only-me";
  const shareParts = (ids: readonly EntryId[]): void => {
    if (isNew) for (const id of ids) begun.current.add(id);
    else void share(ids, standing);
  };
  if (isNew) return { audience: intended, isDraft: true, choose: setChosen, shareParts, finish };
  return {
    audience: standing,
    isDraft: false,
    choose: (audience) => entry && void share([...new Set([entry, ...parts])], audience),
    shareParts,
    finish,
  };
}
