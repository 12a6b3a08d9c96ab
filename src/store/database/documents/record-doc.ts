/**
 * How a row lies in the database: what lists are found by stands in the open, everything else is in
 * three texts that a sealing can close. The schema is small so that it need never change; a value
 * whose kind has changed since is projected afresh when it is read.
 */
import type { RxJsonSchema } from "rxdb/plugins/core";
import { madeAt } from "#model/record/envelope.ts";
import type { Id, KindName, PersonId } from "#model/id.ts";
import type { Instant } from "#model/time.ts";
import { bytesToText, textToBytes } from "./base64.ts";
import { bodyOf, bodyToRecord, isCurrent, ofNoList, shapeOfId } from "./record-body.ts";
import type { Body, RecordDoc } from "./record-body.ts";
import { valueOf } from "#store/replicate/row-rules.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Row } from "#store/replicate/row.ts";
import type { StoredRecord } from "#store/store.ts";

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

/** A device whose clock is years ahead or behind makes nothing the newest for ever, and hides nothing. */
const createdAtOf = ({ stamps, envelope }: Pick<Row, "stamps" | "envelope">): Instant | undefined =>
  stamps ? madeAt(stamps) : envelope.createdAt;

/** The document of a row. `previous` is the one it replaces: what was once decided by a clock stays. */
export function rowToDoc(row: Row, previous: RecordDoc | undefined, now: Instant): RecordDoc {
  const { id, state, base, ...rest } = row;
  const body: Body = { ...rest, shape: shapeOfId(id) };
  const createdAt = createdAtOf(row);
  return {
    id,
    kind: row.erased ? ofNoList : row.envelope.kind,
    learner: row.envelope.learner ?? "",
    newest: createdAt === undefined ? (previous?.newest ?? -now) : -createdAt,
    waiting: isUnsent(row) ? previous?.waiting || Math.max(1, now) : 0,
    body: JSON.stringify(body),
    state: bytesToText(state),
    base: base ? bytesToText(base) : "",
  };
}

const readBody = (doc: RecordDoc): Body => {
  const body = bodyOf(doc);
  return isCurrent(doc, body) ? body : { ...body, value: valueOf(body.envelope, textToBytes(doc.state)) };
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
export const docToRecord = <K extends KindName>(doc: RecordDoc, person: PersonId): StoredRecord<K> =>
  bodyToRecord(doc, readBody(doc), person);
