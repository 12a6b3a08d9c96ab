/** Which series of a learner's reviews a person has to do with, and when it began: read off who belongs to whom. */
import { homeOf, providersOf, relationsToLearner, relationsToOrganisation } from "#model/access.ts";
import type { Circle } from "#model/access.ts";
import type { LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { LocalDate } from "#model/time.ts";
import type { SeriesOf } from "./review-series.ts";

/**
 * The series of reviews a person has to do with: the home's for its tutor and coordinator, a provider's for
 * its staff, the home's for everybody else. Undefined when the learner has no home here. Source: RULES R5.
 */
export function seriesFor(circle: Circle, person: PersonId, learner: LearnerId): OrganisationId | undefined {
  const relations = relationsToLearner(circle, person, learner);
  const home = homeOf(circle, learner);
  if (!relations.has("provider-staff") || relations.has("tutor") || relations.has("coordinator")) return home;
  return (
    providersOf(circle, learner).find((org) => relationsToOrganisation(circle, person, org).has("staff")) ??
    home
  );
}

/**
 * The series with the day it began: at home the learner's own start; at a provider nobody has written it down.
 * `startedOn` is the learner's start, where it is known.
 */
export const seriesWithStart = (
  circle: Circle,
  { learner, series }: Pick<SeriesOf, "learner" | "series">,
  startedOn: LocalDate | undefined,
): SeriesOf => ({
  learner,
  series,
  startedOn: homeOf(circle, learner) === series ? startedOn : undefined,
});
