/** The names of the people around a learner, for "who can see this" and "with whom". */
import type { Circle } from "#model/access.ts";
import type { LearnerId, PersonId } from "#model/id.ts";
import { useMemo } from "react";
import { useCircle, useRecords } from "./use-record.ts";

/** The people who tutor a learner now, in the order they became it. */
export const tutorsOf = (circle: Circle, learner: LearnerId): readonly PersonId[] =>
  circle.ofLearner(learner).flatMap(({ role, person }) => (role === "tutor" && person ? [person] : []));

/** Names by person, of everybody this device knows. */
export function useNames(): ReadonlyMap<PersonId, string> {
  const people = useRecords("person");
  return useMemo(
    () =>
      new Map(
        (people ?? []).flatMap(({ id, value }) =>
          value.name === undefined ? [] : [[id, value.name] as const],
        ),
      ),
    [people],
  );
}

/** The names of a learner's tutors; those this device does not know are left out. */
export function useTutorNames(learner: LearnerId | undefined): readonly string[] {
  const names = useNames();
  const circle = useCircle();
  return useMemo(
    () =>
      learner === undefined ? [] : tutorsOf(circle, learner).flatMap((person) => names.get(person) ?? []),
    [circle, learner, names],
  );
}
