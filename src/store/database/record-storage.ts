/**
 * The rows of one person over RxDB. A rewrite is one conditional write by revision: if another tab
 * came between, it is asked again with what is there now. Writes go to the collection's storage
 * directly, as its own documents do, so that many rows go in one transaction and live queries hear of it.
 */
import { normalizeMangoQuery, prepareQuery } from "rxdb/plugins/core";
import type { BulkWriteRow, MangoQuery, RxDocumentData } from "rxdb/plugins/core";
import type { Id } from "#model/id.ts";
import type { Database } from "./database.ts";
import type { RowStorage, Surroundings } from "#store/ports.ts";
import { docToRow, rowToDoc } from "#store/database/documents/record-doc.ts";
import type { RecordDoc } from "#store/database/documents/record-body.ts";
import { pageAfter } from "#store/database/documents/record-pages.ts";
import type { Row } from "#store/replicate/row.ts";

type Doc = RxDocumentData<RecordDoc>;
type Rewrite = Parameters<RowStorage["rewrite"]>[1];

const conflict = 409;

/** The row storage of an open database. */
export function createRecordStorage(
  { records, own }: Database,
  { now }: Pick<Surroundings, "now">,
): RowStorage {
  const { storageInstance } = records;
  let latest = 0;
  // Always later than before, so that what began to wait in the same millisecond keeps its order.
  const waitingSince = (): number => {
    latest = Math.max(now(), latest + 1);
    return latest;
  };
  // Somebody typing saves one record over and over: what was stored last, here or in another tab, is not read again.
  let storedLast: Doc | undefined;
  storageInstance.changeStream().subscribe(({ events }) => {
    storedLast = events.length === 1 ? events[0]?.documentData : undefined;
  });
  const find = async (query: MangoQuery<Doc>): Promise<Row[]> => {
    const { schema } = storageInstance;
    const standing = { ...query, selector: { _deleted: { $eq: false }, ...query.selector } };
    const prepared = prepareQuery(schema, normalizeMangoQuery(schema, standing));
    const { documents } = await storageInstance.query(prepared);
    return documents.map(docToRow);
  };
  return {
    async read(ids) {
      const docs = await storageInstance.findDocumentsById([...ids], false);
      return new Map(docs.map((doc) => [doc.id as Id, docToRow(doc)]));
    },
    async rewrite(ids, rewrite) {
      let waiting: readonly string[] = [...new Set(ids)];
      let remembered = waiting.length === 1 && waiting[0] === storedLast?.id ? storedLast : undefined;
      while (waiting.length > 0) {
        const found = remembered ? [remembered] : await storageInstance.findDocumentsById([...waiting], true);
        const writes = writesOf(waiting, found, { rewrite, now: waitingSince });
        // What is remembered may be out of date: a write would find out, doing nothing would not.
        if (writes.length === 0 && !remembered) return;
        remembered = undefined;
        if (writes.length === 0) continue;
        const { error: errors } = await storageInstance.bulkWrite(writes, "waymark-rewrite");
        const other = errors.find(({ status }) => status !== conflict);
        if (other) throw new Error(`a row could not be written: ${other.status}`);
        waiting = errors.map(({ documentId }) => documentId);
      }
    },
    unsent: (limit) => find({ selector: { waiting: { $gt: 0 } }, sort: [{ waiting: "asc" }], limit }),
    async *pages() {
      for (let after = ""; ;) {
        const rows = await find(pageAfter(after));
        const last = rows.at(-1);
        if (!last) return;
        yield rows;
        after = last.id;
      }
    },
    ...own.kept,
  };
}

/** What RxDB fills in when a document is first written. */
const unwritten = { _deleted: false, _attachments: {}, _rev: "", _meta: { lwt: 0 } };

function writesOf(
  ids: readonly string[],
  found: readonly Doc[],
  { rewrite, now }: { readonly rewrite: Rewrite; readonly now: Surroundings["now"] },
): BulkWriteRow<RecordDoc>[] {
  const foundById = new Map(found.map((doc) => [doc.id, doc]));
  return ids.flatMap((id): BulkWriteRow<RecordDoc>[] => {
    const previous = foundById.get(id);
    const standing = previous && isStanding(previous) ? previous : undefined;
    const after = rewrite(standing && docToRow(standing), id as Id);
    if (after === "leave") return [];
    if (after === "drop") return standing ? [{ previous: standing, document: emptied(standing) }] : [];
    const doc = rowToDoc(after, standing, now());
    if (!previous) return [{ document: { ...unwritten, ...doc } }];
    return [{ previous, document: { ...previous, ...doc, _deleted: false } }];
  });
}

const isStanding = ({ _deleted: isDeleted }: Doc): boolean => !isDeleted;

/** RxDB keeps a deleted document for a while: nothing anybody wrote stays in it. */
const emptied = (doc: Doc): Doc => ({ ...doc, _deleted: true, body: "", state: "", base: "" });
