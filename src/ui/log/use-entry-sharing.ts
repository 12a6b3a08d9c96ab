/**
 * Who sees the entry that is being written. Until it is done a new one is its author's alone,
 * whatever was chosen, so that nobody reads half a thought; leaving the page is done, too. "Only me" is
 * made a fact as soon as it is chosen, so that no reload and no killed tab forgets it.
 */
import { useEffect, useRef, useState } from "react";
import type { Id, LearnerId } from "#model/id.ts";
import { audienceOf } from "#model/kinds/sharing-choice.ts";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { useChoices, useShare, useUsualAudience } from "./use-audience.ts";
import type { Share } from "./use-audience.ts";

type EntryId = Id<"log-entry">;

/** What will be, and how to choose it. */
export interface EntrySharing {
  readonly audience: Audience;
  /** True while nobody else has it yet. */
  readonly isDraft: boolean;
  readonly choose: (audience: Audience) => void;
  /** Shares as the entry what it goes on in. */
  readonly shareParts: (parts: readonly EntryId[]) => void;
  /** Makes the words durable, and the choice shown a fact about a new entry. Problems: those of saving and of creating. */
  readonly finish: () => Promise<Outcome<true>>;
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
  /** Makes durable what was written, and says which entry it is: it may be begun only now. */
  readonly keep: () => Promise<Outcome<EntryId | undefined>>;
}

/** The early choice of a draft that is to stay its author's; resolves with what was made, nothing where it could not be. */
function useOnlyMeAtOnce(share: Share, entry: EntryId | undefined) {
  const made = useRef<ReturnType<Share>>(undefined);
  useEffect(() => {
    if (entry) made.current ??= share([entry], "only-me");
  });
  return async () => {
    const outcome = await made.current;
    return outcome?.ok ? outcome.value : [];
  };
}

/** A long entry is shared with all of its parts. */
export function useEntrySharing(
  learner: LearnerId,
  { entry, parts, isNew, settled, keep }: SharedEntry,
): EntrySharing {
  const usual = useUsualAudience(learner);
  const choicesOf = useChoices(learner);
  const share = useShare(learner);
  const [chosen, setChosen] = useState<Audience>();
  const choices = (entry && choicesOf?.(entry)) ?? [];
  const standing = audienceOf(choices);
  // One that was left and come back to may have been shared by that.
  const isDraft = isNew && standing === "only-me";
  const intended = isDraft ? (chosen ?? (choices.length > 0 ? standing : usual)) : standing;
  const isUnsaid = isDraft && chosen === "only-me" && choicesOf !== undefined && choices.length === 0;
  const early = useOnlyMeAtOnce(share, isUnsaid ? entry : undefined);
  /** Parts that came while the page was being left are known here first. */
  const begun = useRef(new Set<EntryId>());
  const isFinished = useRef(false);
  const shareNew = async (head: EntryId | undefined): Promise<Outcome<true>> => {
    if (!isNew || !head || !choicesOf || isFinished.current) return yes(true);
    isFinished.current = true;
    await settled();
    const unseen = await early();
    const all = [...new Set([head, ...parts, ...begun.current])];
    const differs = (part: EntryId): boolean => {
      const made = [...choicesOf(part), ...unseen.filter(({ value }) => value.entry === part)];
      return made.length === 0 || audienceOf(made) !== intended;
    };
    const shared = await share(all.filter(differs), intended, unseen);
    isFinished.current = shared.ok;
    return shared.ok ? yes(true) : shared;
  };
  const finish = async (): Promise<Outcome<true>> => {
    const kept = await keep();
    return kept.ok ? shareNew(kept.value) : kept;
  };
  const leave = useRef((): void => undefined);
  useEffect(() => {
    leave.current = () => void (isNew && (entry ? shareNew(entry) : finish()));
  });
  useEffect(() => () => leave.current(), []);
  const shareParts = (ids: readonly EntryId[]): void => {
    if (isNew) for (const id of ids) begun.current.add(id);
    else void share(ids, standing);
  };
  const chooseNow = (audience: Audience): void =>
    void (entry && share([...new Set([entry, ...parts])], audience));
  return {
    audience: intended,
    isDraft,
    choose: isDraft ? setChosen : chooseNow,
    shareParts,
    finish,
  };
}
