/** Records for tests of rules: only what a test says differs from nothing. */
import { createId } from "#model/id.ts";
import type { Id, KindName, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import type { Value } from "#model/kinds.ts";
import { createState, project } from "#model/record/record.ts";
import { day } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { seededRandom } from "./seeded-random.ts";

/** The instant at noon of a date, on the machine that runs the test. */
export const noon = (date: string): number => new Date(`${day(date)}T12:00:00`).getTime();

/** A person, learner or organisation that is always the same for the same letter. */
export const named = <K extends KindName>(kind: K, letter: string): Id<K> =>
  `${kind}_${letter.toUpperCase().padStart(26, "0")}`;

/** The learner most rules are about. */
export const maisie: LearnerId = named("learner", "m");
/** Their tutor. */
export const farida: PersonId = named("person", "f");
/** Their home. */
export const thornfield: OrganisationId = named("organisation", "t");

const random = seededRandom(1);

/** A record that says `value` and nothing else; written on `on` by `farida` about `maisie` unless `rest` says otherwise. */
export function written<K extends KindName>(
  kind: K,
  on: string,
  value: Partial<Value<K>>,
  rest: Partial<Written<K>> = {},
): Written<K> {
  const definition = kindOf(kind);
  const empty = project(
    definition,
    createState(definition, () => undefined, { person: farida, random }),
  );
  const createdAt = noon(on);
  return {
    id: createId(kind, createdAt, random),
    learner: maisie,
    createdBy: farida,
    createdAt,
    arrivedAt: createdAt,
    value: { ...empty, ...value },
    ...rest,
  };
}
