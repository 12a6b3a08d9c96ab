/** From where somebody comes to a learner: those with learners of their own from their caseload, those who look after a school from its people. */
import { learnersOf } from "#model/views/caseload.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useCircle } from "#ui/use-record.ts";
import { staffPlaces } from "#ui/words/staff/shell.ts";

/** Which of a person's places hold learners. */
export interface LearnersPlace {
  readonly hasCaseload: boolean;
  readonly hasPeople: boolean;
  /** The way back from a learner's page. */
  readonly back: { readonly href: string; readonly word: string };
}

/** Coordinators and administrators have a caseload only once somebody is on it. */
export function useLearnersPlace(): LearnersPlace {
  const { person, home } = useAccount();
  const hasPeople = home === "coordinator" || home === "administrator";
  const learners = learnersOf(useCircle(), person);
  const hasCaseload = !hasPeople || learners.length > 0;
  const back = hasCaseload
    ? { href: "/caseload", word: staffPlaces.caseload }
    : { href: "/people", word: staffPlaces.people };
  return { hasCaseload, hasPeople, back };
}
