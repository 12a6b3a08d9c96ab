/**
 * How a row lies in the database: what lists are found by stands in the open, everything else is in
 * three texts that a sealing can close. The schema is small so that it need never change; a value
 * whose kind has changed since is projected afresh when it is read.
 */
import type { RxJsonSchema } from "rxdb/plugins/core";
import { hashOf } from "#model/record/bytes.ts";
import type { Id, KindName, PersonId } from "#model/id.ts";
import { kindOfId } from "#model/id.ts";
import { definitionOf } from "#model/kinds.ts";
import type { Instant } from "#model/time.ts";
import { bytesToText, textToBytes } from "./base64.ts";
import { valueOf } from "#store/replicate/row-rules.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Row } from "#store/replicate/row.ts";
import type { StoredRecord } from "#store/store.ts";

/** One record in the database. */
export interface RecordDoc {
  readonly id: string;
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

/** The parts of a document that a sealing closes. */
export const sealedParts = ["body", "state", "base"] as const;

type Body = Omit<Row, "id" | "state" | "base"> & {
  /** The shape of the kind that `value` was projected by. */
  readonly shape: string;
};

const latest = 253_402_300_800_000;
const index = { type: "string", maxLength: 100 } as const;
const text = { type: "string" } as const;

/** The schema of the one collection. */
export const recordSchema: RxJsonSchema<RecordDoc> = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: {
    id: index,
    kind: index,
    learner: index,
    newest: { type: "number", minimum: -latest, maximum: latest, multipleOf: 1 },
    waiting: { type: "number", minimum: 0, maximum: latest, multipleOf: 1 },
    body: text,
    state: text,
    base: text,
  },
  required: ["id", "kind", "learner", "newest", "waiting", "body", "state", "base"],
  indexes: [["kind", "newest"], ["kind", "learner", "newest"], ["waiting"]],
};

const shapes = new Map<KindName, string>();

/** Names the fields and lists of a kind, so that a value projected by an older app is noticed. */
function shapeOf(kind: KindName): string {
  const known = shapes.get(kind);
  if (known !== undefined) return known;
  const { fields, lists } = definitionOf(kind);
  const shape = hashOf(JSON.stringify([fields, lists])).slice(0, 8);
  shapes.set(kind, shape);
  return shape;
}

const shapeOfId = (id: Id): string => {
  const kind = kindOfId(id);
  return kind ? shapeOf(kind) : "";
};

const createdAtOf = ({ stamps, envelope }: Pick<Row, "stamps" | "envelope">): Instant | undefined =>
  stamps?.createdAt ?? envelope.createdAt;

/** The document of a row. `previous` is the one it replaces: what was once decided by a clock stays. */
export function rowToDoc(row: Row, previous: RecordDoc | undefined, now: Instant): RecordDoc {
  const { id, state, base, ...rest } = row;
  const body: Body = { ...rest, shape: shapeOfId(id) };
  const createdAt = createdAtOf(row);
  return {
    id,
    kind: row.envelope.kind,
    learner: row.envelope.learner ?? "",
    newest: createdAt === undefined ? (previous?.newest ?? -now) : -createdAt,
    waiting: isUnsent(row) ? previous?.waiting || Math.max(1, now) : 0,
    body: JSON.stringify(body),
    state: bytesToText(state),
    base: base ? bytesToText(base) : "",
  };
}

const readBody = (doc: RecordDoc): Body => {
  const body = JSON.parse(doc.body) as Body;
  const id = doc.id as Id;
  if (body.shape === shapeOfId(id)) return body;
  return { ...body, value: valueOf(body.envelope, textToBytes(doc.state)) };
};

/** The row of a document. */
export function docToRow(doc: RecordDoc): Row {
  const { shape: _shape, ...rest } = readBody(doc);
  return {
    ...rest,
    id: doc.id as Id,
    state: textToBytes(doc.state),
    ...(doc.base === "" ? {} : { base: textToBytes(doc.base) }),
  };
}

/** What a screen sees of a document; `person` is whose device this is. */
export function docToRecord<K extends KindName>(doc: RecordDoc, person: PersonId): StoredRecord<K> {
  const { envelope, stamps, value, localRev, ackedRev } = readBody(doc);
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
