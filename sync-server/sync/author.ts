/**
 * Writes records as the server itself: people from a list, an organisation at set-up, the demo. The same
 * desk and the same consequences as for what devices send; only nobody asks whether it may.
 */
import type { Id, KindName, LearnerId, OrganisationId, PersonId, Random } from "#model/id.ts";
import { definitionOf, kindOf, type FieldsOf, type ListsOf } from "#model/kinds.ts";
import { editState, emptyState, project, type Edit } from "#model/record/record.ts";
import type { Instant } from "#model/time.ts";
import type { KeptRecord } from "#server/storage/storage.ts";
import type { Desk } from "#server/sync/desk/desk.ts";
import type { Values } from "#server/sync/desk/kept.ts";
import { keepRecord } from "#server/sync/desk/keep.ts";

/** The device under which the server writes. */
const serverDevice = "server";

/** A change to one record, new or not. */
export interface Writing<K extends KindName> {
  readonly id: Id<K>;
  readonly kind: K;
  readonly learner?: LearnerId | undefined;
  readonly org?: OrganisationId | undefined;
  /** In whose name. */
  readonly by: PersonId;
  /** From which device they asked for it; the server's own when absent. */
  readonly device?: string | undefined;
  /** When it was written; now when absent. */
  readonly at?: Instant | undefined;
  readonly edit: Edit<FieldsOf<K>, ListsOf<K>>;
}

/** The record as it stands afterwards. Throws for a change that no device could send: that is a bug. */
export async function author<K extends KindName>(
  desk: Desk,
  random: Random,
  writing: Writing<K>,
): Promise<KeptRecord> {
  const { id, kind, learner, org, by, device = serverDevice, at = desk.now, edit } = writing;
  const current = await desk.record(id);
  const { state, clientId } = editState(kindOf(kind), current?.state ?? emptyState, {
    edit,
    writer: { person: by, random },
  });
  const value: Values = project(definitionOf(kind), state);
  const subject = { ...(learner && { learner }), ...(org && { org }) };
  return keepRecord(desk, {
    envelope: { id, kind, ...subject, createdBy: by, createdAt: at },
    state,
    value,
    current,
    stamps: { createdBy: by, createdAt: at, arrivedAt: at },
    hand: { person: by, device },
    clients: [clientId],
  });
}
