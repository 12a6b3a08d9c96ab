/** Who sees each entry of a log, and changing it. Each choice is a fact of its own that names the ones it replaces. */
import { useMemo } from "react";
import type { Id, LearnerId } from "#model/id.ts";
import { audienceOf, standingChoices } from "#model/kinds/sharing-choice.ts";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import type { StoredRecord } from "#store/store.ts";
import { useStore } from "#ui/store-context.tsx";
import { useRecordsOf } from "#ui/use-record.ts";

type Choice = StoredRecord<"sharing-choice">;

/** The choices made about each entry of this learner; undefined while they load. */
export function useChoices(learner: LearnerId): ((entry: Id<"log-entry">) => readonly Choice[]) | undefined {
  const choices = useRecordsOf("sharing-choice", learner);
  return useMemo(() => {
    if (!choices) return undefined;
    const byEntry = Map.groupBy(choices, ({ value }) => value.entry);
    return (entry) => byEntry.get(entry) ?? [];
  }, [choices]);
}

/** Who sees each entry of this learner; undefined while it loads. */
export function useAudiences(learner: LearnerId): ((entry: Id<"log-entry">) => Audience) | undefined {
  const choicesOf = useChoices(learner);
  return choicesOf && ((entry) => audienceOf(choicesOf(entry)));
}

/** The audience the author chose last, with which a new entry starts; the tutor before any choice. Source: RULES L2. */
export function useUsualAudience(learner: LearnerId): Audience {
  const choices = useRecordsOf("sharing-choice", learner);
  return choices?.[0]?.value.sharedWith ?? "tutor";
}

/** Makes a choice about each part of an entry. `unseen` are choices of one's own that may not be among those known here yet. */
export type Share = (
  parts: readonly Id<"log-entry">[],
  sharedWith: Audience,
  unseen?: readonly Choice[],
) => Promise<Outcome<readonly Choice[]>>;

/** Makes a choice about an entry that replaces all that stand; a long one is shared with each of its parts. */
export function useShare(learner: LearnerId): Share {
  const { records } = useStore();
  const choices = useRecordsOf("sharing-choice", learner) ?? [];
  const shareOne = (
    entry: Id<"log-entry">,
    sharedWith: Audience,
    unseen: readonly Choice[],
  ): Promise<Outcome<Choice>> => {
    const all = new Map([...choices, ...unseen].map((choice) => [choice.id, choice]));
    const standing = standingChoices([...all.values()].filter(({ value }) => value.entry === entry));
    return records.create("sharing-choice", { learner }, (draft) => {
      draft.set("entry", entry);
      draft.set("sharedWith", sharedWith);
      draft.set(
        "replaces",
        standing.map(({ id }) => id),
      );
    });
  };
  return async (parts, sharedWith, unseen = []) => {
    const made: Choice[] = [];
    for (const part of parts) {
      const shared = await shareOne(part, sharedWith, unseen);
      if (!shared.ok) return shared;
      made.push(shared.value);
    }
    return yes(made);
  };
}
