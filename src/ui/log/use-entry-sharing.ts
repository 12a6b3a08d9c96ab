/**
 * Who sees the entry that is being written. Until it is done a new one is its author's alone,
 * whatever was chosen, so that nobody reads half a thought; leaving the page is done, too.
 */
import { useEffect, useRef, useState } from "react";
import type { Id, LearnerId } from "#model/id.ts";
import { audienceOf } from "#model/sharing-choice.ts";
import type { Audience } from "#model/sharing-choice.ts";
import { useChoices, useShare, useUsualAudience } from "./use-audience.ts";

/** What will be, and how to choose it. */
export interface EntrySharing {
  readonly audience: Audience;
  readonly isDraft: boolean;
  readonly choose: (audience: Audience) => void;
}

/** `isNew` is true for an entry first written on this visit. */
export function useEntrySharing(
  learner: LearnerId,
  entry: Id<"log-entry"> | undefined,
  isNew: boolean,
): EntrySharing {
  const usual = useUsualAudience(learner);
  const choicesOf = useChoices(learner);
  const share = useShare(learner);
  const [chosen, setChosen] = useState<Audience>();
  const intended = chosen ?? usual;
  const finish = useRef((): void => undefined);
  useEffect(() => {
    finish.current = () => {
      if (!isNew || !entry || !choicesOf) return;
      const choices = choicesOf(entry);
      if (choices.length === 0 || audienceOf(choices) !== intended) void share(entry, intended);
    };
  });
  useEffect(() => () => finish.current(), []);
  if (isNew) return { audience: intended, isDraft: true, choose: setChosen };
  return {
    audience: entry && choicesOf ? audienceOf(choicesOf(entry)) : "only-me",
    isDraft: false,
    choose: (audience) => entry && void share(entry, audience),
  };
}
