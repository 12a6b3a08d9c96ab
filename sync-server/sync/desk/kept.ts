/** A kept record as the rest of the server speaks of it: its envelope, its value, and the hand that changes it. */
import type { Envelope } from "#model/record/envelope.ts";
import type { PersonId } from "#model/id.ts";
import type { KeptRecord } from "#server/storage/storage.ts";

/** Who makes a change, from where. */
export interface Hand {
  readonly person: PersonId;
  readonly device: string;
}

/** A record's projection, of whatever kind. */
export type Values = Readonly<Record<string, unknown>>;

/** The fixed outside of a kept record, with what the server stamped. */
export const envelopeOf = ({
  id,
  kind,
  learner,
  org,
  stamps,
}: Pick<KeptRecord, "id" | "kind" | "learner" | "org" | "stamps">): Envelope => ({
  id,
  kind,
  ...(learner && { learner }),
  ...(org && { org }),
  createdBy: stamps.createdBy,
  createdAt: stamps.createdAt,
});
