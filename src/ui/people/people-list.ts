/** The people of a list that pass a filter and a search, and how they are told apart. */
import type { PersonOverview } from "#model/wire/api.ts";
import { matches } from "#model/views/finding.ts";
import type { PeopleFilter } from "#ui/words/staff/people.ts";

/** True for somebody whose home this is as a learner. */
export const isLearner = ({ roles }: PersonOverview): boolean => roles.includes("learner");

/** True for somebody who has never signed in and could. */
export const needsCode = ({ hasSignedIn, left }: PersonOverview): boolean => !hasSignedIn && !left;

/** True when the filter keeps somebody. */
export function keeps(person: PersonOverview, filter: PeopleFilter): boolean {
  const tests: Readonly<Record<PeopleFilter, boolean>> = {
    everyone: true,
    learners: isLearner(person),
    staff: !isLearner(person),
    "no-sign-in": needsCode(person),
  };
  return tests[filter];
}

/** Staff before learners, then by name; search finds the beginnings of words in names and user names. */
export const shownPeople = (
  people: readonly PersonOverview[],
  show: { readonly filter: PeopleFilter; readonly search: string },
): readonly PersonOverview[] =>
  people
    .filter(
      (person) =>
        keeps(person, show.filter) && matches([person.name, person.userName, person.provider], show.search),
    )
    .toSorted((a, b) => Number(isLearner(a)) - Number(isLearner(b)) || a.name.localeCompare(b.name));
