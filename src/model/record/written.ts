/** A record as the rules read it: what it says, who started it and when. What a device stores of one has at least this. */
import type { Id, KindName, LearnerId, PersonId } from "#model/id.ts";
import type { Value } from "#model/kinds.ts";
import type { Instant } from "#model/time.ts";

/** A record of one kind, without its sync marks. */
export interface Written<K extends KindName> {
  readonly id: Id<K>;
  readonly learner?: LearnerId;
  readonly createdBy: PersonId;
  /** As far as that can be known: `madeAt`, once the server has it. */
  readonly createdAt: Instant;
  /** When the server first had it; absent while it is only on the device that wrote it. */
  readonly arrivedAt?: Instant;
  /** Of a review's closing: its number in the series, once the server gave it. */
  readonly number?: number;
  readonly value: Value<K>;
}
