/** Live questions to the records: asked once, answered again whenever the answer changes, in any tab. */
import { filter as only, startWith, Subject, switchMap, takeUntil } from "rxjs";
import type { Observable } from "rxjs";
import type { EventBulk, MangoQuery, RxCollection, RxStorageChangeEvent } from "rxdb/plugins/core";
import type { Id, KindName, PersonId } from "#model/id.ts";
import { docToRecord, docToRow } from "#store/database/documents/record-doc.ts";
import { isShown } from "#store/database/documents/record-body.ts";
import type { RecordDoc } from "#store/database/documents/record-body.ts";
import type { Row } from "#store/replicate/row.ts";
import type { Filter, StoredRecord, Unwatch } from "#store/store.ts";

/** The live questions a store asks. */
export interface Watching {
  /** The record as it is stored now. */
  get(id: Id): Promise<StoredRecord | undefined>;
  record(id: Id, listener: (record: StoredRecord | undefined) => void): Unwatch;
  row(id: Id, listener: (row: Row | undefined) => void): Unwatch;
  all(kind: KindName, filter: Filter, listener: (records: readonly StoredRecord[]) => void): Unwatch;
  unsentCount(listener: (count: number) => void): Unwatch;
}

/** Live questions until they are closed. */
export interface OpenWatching extends Watching {
  /** Ends every question that is still asked: one being answered when the database closes would fail, with nobody to hear of it. */
  close(): void;
}

/** The index that holds exactly the wanted records, newest first. */
const listOf = (kind: KindName, { learner }: Filter): MangoQuery<RecordDoc> =>
  learner === undefined
    ? { selector: { kind: { $eq: kind } }, sort: [{ newest: "asc" }], index: ["kind", "newest"] }
    : {
        selector: { kind: { $eq: kind }, learner: { $eq: learner } },
        sort: [{ newest: "asc" }],
        index: ["kind", "learner", "newest"],
      };

/** Live questions to one person's records. */
export function createWatching(records: RxCollection<RecordDoc>, person: PersonId): OpenWatching {
  // RxDB gives the same document object for the same revision: what was read from it is kept with it.
  const read = new WeakMap<object, StoredRecord>();
  const recordOf = (document: { toJSON(): RecordDoc }): StoredRecord => {
    const known = read.get(document);
    if (known) return known;
    const record = docToRecord<KindName>(document.toJSON(), person);
    read.set(document, record);
    return record;
  };
  const closed = new Subject<void>();
  const subscribed = <T>(stream: Observable<T>, listener: (next: T) => void): Unwatch => {
    const subscription = stream.pipe(takeUntil(closed)).subscribe(listener);
    return () => subscription.unsubscribe();
  };
  return {
    // Asked of the disk: what a live query remembers may be behind when another tab was killed.
    get: async (id) => {
      const [doc] = await records.storageInstance.findDocumentsById([id], false);
      return doc && isShown(doc) ? docToRecord(doc, person) : undefined;
    },
    record: (id, listener) =>
      subscribed(records.findOne(id).$, (document) =>
        listener(document && isShown(document) ? recordOf(document) : undefined),
      ),
    row: (id, listener) =>
      subscribed(records.findOne(id).$, (document) =>
        listener(document ? docToRow(document.toJSON()) : undefined),
      ),
    all: (kind, filter, listener) =>
      subscribed(records.find(listOf(kind, filter)).$, (documents) => listener(documents.map(recordOf))),
    unsentCount: (listener) => {
      const { storageInstance } = records;
      const count = (): Promise<number> => records.count({ selector: { waiting: { $gt: 0 } } }).exec();
      const counts = storageInstance
        .changeStream()
        .pipe(only(movesCount), startWith(undefined), switchMap(count));
      return subscribed(counts, listener);
    },
    close: () => closed.next(),
  };
}

type Change = RxStorageChangeEvent<RecordDoc>;

const isWaiting = (doc: { readonly waiting?: number } | undefined): boolean => (doc?.waiting ?? 0) > 0;

/** Somebody typing saves a record that waits already: the count is not asked for again. */
const movesCount = ({ events }: EventBulk<Change, unknown>): boolean =>
  events.some(
    ({ operation, documentData, previousDocumentData }) =>
      operation === "DELETE" || isWaiting(documentData) !== isWaiting(previousDocumentData),
  );
