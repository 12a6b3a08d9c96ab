/** Everybody who may write in a review: the learner first, then the people around them, oneself among them. */
import { personOfLearner } from "#model/id.ts";
import type { PersonId } from "#model/id.ts";
import { seersOf } from "#ui/learner/seers.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useRecords } from "#ui/use-record.ts";
import type { OpenedReview } from "./use-review.ts";

/** Somebody who may fill the review in. */
export interface Filler {
  readonly id: PersonId;
  readonly name: string;
  readonly drawn: string | undefined;
}

/** Each once; those this device does not know by name are left out. Source: RULES A3. */
export function useFillers({ known }: OpenedReview): readonly Filler[] {
  const me = useAccount();
  const people = useRecords("person") ?? [];
  const around = seersOf(known.circle, known.learner).map(({ person }) => person);
  return [...new Set([personOfLearner(known.learner), me.person, ...around])].flatMap((id) => {
    const who = people.find((one) => one.id === id)?.value;
    const name = who?.name ?? (id === me.person ? me.name : undefined);
    return name === undefined ? [] : [{ id, name, drawn: who?.picture }];
  });
}
