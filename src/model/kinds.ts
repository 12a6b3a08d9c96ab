/** The table of kinds. A new kind of record is one file, and one line here. */
import { comment } from "#model/kinds/comment.ts";
import { erasure } from "#model/kinds/erasure.ts";
import { howItIsGoing } from "#model/kinds/how-it-is-going.ts";
import type { KindName } from "./id.ts";
import type { KindDefinition } from "#model/record/kind.ts";
import { learner } from "#model/kinds/learner.ts";
import { logEntry } from "#model/kinds/log-entry.ts";
import { membership, membershipEnded } from "#model/kinds/membership.ts";
import { objective } from "#model/kinds/objective.ts";
import { organisation } from "#model/kinds/organisation.ts";
import { person } from "#model/kinds/person.ts";
import { plan } from "#model/kinds/plan.ts";
import { privateOpened } from "#model/kinds/private-opened.ts";
import { contribution, review, reviewClosed, targetOutcome } from "#model/kinds/review.ts";
import type { Fields, Lists, ValueOf } from "#model/record/schema.ts";
import { sharingChoice } from "#model/kinds/sharing-choice.ts";
import { target } from "#model/kinds/target.ts";

/** Every kind by its name. */
export const kinds = {
  person,
  organisation,
  learner,
  membership,
  "membership-ended": membershipEnded,
  plan,
  objective,
  target,
  "how-it-is-going": howItIsGoing,
  "log-entry": logEntry,
  "sharing-choice": sharingChoice,
  review,
  "target-outcome": targetOutcome,
  contribution,
  "review-closed": reviewClosed,
  comment,
  "private-opened": privateOpened,
  erasure,
} as const satisfies Record<KindName, unknown>;

/** The table's own type. */
export type Kinds = typeof kinds;

/** The fields of a kind. */
export type FieldsOf<K extends KindName> = Kinds[K]["fields"];
/** The lists of a kind. */
export type ListsOf<K extends KindName> = Kinds[K]["lists"];
/** The plain object a record of a kind stands for. */
export type Value<K extends KindName> = ValueOf<FieldsOf<K>, ListsOf<K>>;

/** What a kind is, when which one is known only at run time. */
export const definitionOf = (kind: KindName): KindDefinition<Fields, Lists> =>
  kinds[kind] as unknown as KindDefinition<Fields, Lists>;

/** What a kind is, with the types of its fields. */
export const kindOf = <K extends KindName>(kind: K): KindDefinition<FieldsOf<K>, ListsOf<K>> =>
  kinds[kind] as unknown as KindDefinition<FieldsOf<K>, ListsOf<K>>;
