/** Who sees a comment, which is as soon as it is typed: said beside every place where one is written. */
import type { Commentable } from "#model/kinds/comment.ts";
import { isIdOf } from "#model/id.ts";
import type { LearnerId } from "#model/id.ts";
import { useAudiences } from "#ui/log/use-audience.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useTutorNames } from "#ui/use-names.ts";
import { comment as words } from "#ui/words/comment.ts";
import { sayTutors } from "#ui/words/log.ts";

/** `who` is a name or names; `rest` completes the sentence. */
export interface SeenBy {
  readonly who: string;
  readonly rest: string;
}

/** A comment on an entry is seen by those who see the entry. `name` is how people here speak of the learner. Source: RULES A11. */
export function useSeenBy(about: Commentable, learner: LearnerId, name: string): SeenBy {
  const account = useAccount();
  const tutors = useTutorNames(learner);
  const audienceOf = useAudiences(learner);
  const entry = isIdOf("log-entry", about) ? about : undefined;
  if (learner !== account.learner) return { who: name, rest: entry ? words.andTutors : words.andTeam };
  if (!entry) return { who: words.yourPeople, rest: words.willSee };
  const isAlone = audienceOf?.(entry) === "only-me";
  return { who: isAlone ? words.onlyYou : sayTutors(tutors), rest: words.willSee };
}
