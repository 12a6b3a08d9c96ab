/**
 * The people of the simulated world and what is settled about them before it starts: two learners,
 * their tutor, a provider's trainer who teaches one of them, and the coordinator who decides who
 * belongs to whom. One of them has an entry her tutor sees, a target and a review that has begun. Seven devices: two people have two.
 */
import type { Envelope } from "#model/record/envelope.ts";
import { createId, learnerOfPerson } from "#model/id.ts";
import type { KindName, LearnerId, OrganisationId, PersonId, Random } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import type { FieldsOf, ListsOf } from "#model/kinds.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import { createState } from "#model/record/record.ts";
import type { Edit, State } from "#model/record/record.ts";
import { named } from "#tests/support/written.ts";

export const home: OrganisationId = named("organisation", "h");
export const provider: OrganisationId = named("organisation", "p");

const maisie: PersonId = named("person", "m");
const jordan: PersonId = named("person", "j");
export const farida: PersonId = named("person", "f");
export const sam: PersonId = named("person", "s");
export const grace: PersonId = named("person", "g");

/** The learners of this world. */
export const learners: readonly [LearnerId, LearnerId] = [learnerOfPerson(maisie), learnerOfPerson(jordan)];

/** Who uses each device. */
export interface DeviceOwner {
  readonly name: string;
  readonly person: PersonId;
  /** Learners a coordinator opened by name on it. */
  readonly opened: readonly LearnerId[];
}

/** Every device there is. */
export const owners: readonly DeviceOwner[] = [
  { name: "maisie's phone", person: maisie, opened: [] },
  { name: "maisie's chromebook", person: maisie, opened: [] },
  { name: "jordan's phone", person: jordan, opened: [] },
  { name: "farida's tablet", person: farida, opened: [] },
  { name: "farida's laptop", person: farida, opened: [] },
  { name: "sam's tablet", person: sam, opened: [] },
  { name: "grace's computer", person: grace, opened: learners },
];

/** Everybody by display name. */
const nameOf = new Map<PersonId, string>(
  Object.entries({ maisie, jordan, farida, sam, grace }).map(([name, person]) => [person, name]),
);

/** A record as it is handed to the server before anything else happens. */
export interface Settled {
  readonly envelope: Envelope;
  readonly state: State;
}

/** The records that make these people what they are to each other. */
export function settledRecords(random: Random, now: number): readonly Settled[] {
  const records: Settled[] = [];
  const settle = <K extends KindName>(
    kind: K,
    about: Omit<Envelope, "kind" | "id"> & { readonly id?: Envelope["id"] },
    edit: Edit<FieldsOf<K>, ListsOf<K>>,
  ) =>
    void records.push({
      envelope: { id: createId(kind, now, random), kind, createdBy: grace, createdAt: now, ...about },
      state: createState(kindOf(kind), edit, { person: grace, random }),
    });
  const memberOf = (org: OrganisationId, role: "staff" | "coordinator", person: PersonId) =>
    settle("membership", { org }, (draft) => {
      draft.set("role", role);
      draft.set("person", person);
    });
  for (const org of [home, provider])
    settle("organisation", { id: org, org }, (draft) => {
      draft.set("name", org === home ? "Thornfield" : "Brightwater Kitchens");
      draft.set("type", org === home ? "school" : "provider");
    });
  memberOf(home, "coordinator", grace);
  memberOf(home, "staff", farida);
  memberOf(provider, "staff", sam);
  for (const [person, name] of nameOf)
    settle("person", { id: person, org: person === sam ? provider : home }, (draft) =>
      draft.set("name", name),
    );
  for (const learner of learners) {
    settle("learner", { id: learner, learner }, (draft) => draft.set("programme", "Catering"));
    settle("membership", { learner }, (draft) => {
      draft.set("role", "home");
      draft.set("organisation", home);
    });
    settle("membership", { learner }, (draft) => {
      draft.set("role", "tutor");
      draft.set("person", farida);
    });
  }
  const learner = learnerOfPerson(maisie);
  settle("membership", { learner }, (draft) => {
    draft.set("role", "provider");
    draft.set("organisation", provider);
  });
  settle("review", { learner, id: reviewIdOf({ learner, series: home }) }, (draft) =>
    draft.set("series", home),
  );
  settle("target", { learner, createdBy: farida }, (draft) => draft.set("place", "a0"));
  const entry = createId("log-entry", now, random);
  settle("log-entry", { learner, id: entry, createdBy: maisie }, (draft) => draft.set("strand", "maths"));
  settle("sharing-choice", { learner, createdBy: maisie }, (draft) => {
    draft.set("entry", entry);
    draft.set("sharedWith", "tutor");
    draft.set("replaces", []);
  });
  return records;
}
