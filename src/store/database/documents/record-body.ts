/**
 * What lies in a record's document, as a screen sees it. Merges and projects nothing, so that it can be read before
 * the library that does is here: see `record-doc.ts` for the rest.
 */
import type { Id, KindName, PersonId } from "#model/id.ts";
import { kindOfId } from "#model/id.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Row } from "#store/replicate/row.ts";
import type { StoredRecord } from "#store/store.ts";
import { shapes } from "./shapes.ts";

/** One record in the database. */
export interface RecordDoc {
  readonly id: string;
  /** Empty for what is erased here and waits for the server's word: no list finds it. */
  readonly kind: string;
  /** Empty for a record about no learner. */
  readonly learner: string;
  /** The negated instant of creation: RxDB on Dexie reads an index only forwards. */
  readonly newest: number;
  /** Since when something waits to be sent; 0 while nothing does. */
  readonly waiting: number;
  /** JSON of {@link Body}. */
  readonly body: string;
  /** `state` in base64. */
  readonly state: string;
  /** `base` in base64; empty when there is none. */
  readonly base: string;
}

/** What stands as the kind of what is erased here. */
export const ofNoList = "";

/** False for what is erased here, which no screen sees. */
export const isShown = ({ kind }: Pick<RecordDoc, "kind">): boolean => kind !== ofNoList;

/** The parts of a document that a sealing closes. */
export const sealedParts = ["body", "state", "base"] as const;

/** What lies in `body`. */
export type Body = Omit<Row, "id" | "state" | "base"> & {
  /** The shape of the kind that `value` was projected by. */
  readonly shape: string;
};

/** The shape of the kind that an id names; empty for a kind that only a newer app knows. */
export const shapeOfId = (id: Id): string => {
  const kind = kindOfId(id);
  return kind ? shapes[kind] : "";
};

/** What lies in a document's body. */
export const bodyOf = (doc: RecordDoc): Body => JSON.parse(doc.body) as Body;

/** False when another app projected the value, by another shape of its kind: then it has to be projected afresh. */
export const isCurrent = (doc: RecordDoc, { shape }: Body): boolean => shape === shapeOfId(doc.id as Id);

/** What a screen sees of a document and its body; `person` is whose device this is. */
export function bodyToRecord<K extends KindName>(
  doc: RecordDoc,
  { envelope, stamps, value, localRev, ackedRev }: Body,
  person: PersonId,
): StoredRecord<K> {
  const record = {
    id: doc.id,
    kind: envelope.kind,
    ...(envelope.learner ? { learner: envelope.learner } : {}),
    ...(envelope.org ? { org: envelope.org } : {}),
    createdBy: stamps?.createdBy ?? envelope.createdBy ?? person,
    createdAt: -doc.newest,
    ...(stamps?.number === undefined ? {} : { number: stamps.number }),
    ...(stamps ? { arrivedAt: stamps.arrivedAt } : {}),
    value,
    unsent: isUnsent({ localRev, ackedRev }),
  };
  return record as StoredRecord as StoredRecord<K>;
}
