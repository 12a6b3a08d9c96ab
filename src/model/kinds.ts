/** The table of kinds. A new kind of record is one file, and one line here. */
import { comment } from "./comment.ts";
import { erasure } from "./erasure.ts";
import { howItIsGoing } from "./how-it-is-going.ts";
import type { KindName } from "./id.ts";
import type { KindDefinition } from "#model/record/kind.ts";
import { learner } from "./learner.ts";
import { logEntry } from "./log-entry.ts";
import { membership, membershipEnded } from "./membership.ts";
import { objective } from "./objective.ts";
import { organisation } from "./organisation.ts";
import { person } from "./person.ts";
import { plan } from "./plan.ts";
import { privateOpened } from "./private-opened.ts";
import { contribution, review, reviewClosed, targetOutcome } from "./review.ts";
import type { Fields, Lists, ValueOf } from "#model/record/schema.ts";
import { sharingChoice } from "./sharing-choice.ts";
import { target } from "./target.ts";

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
