/**
 * RxDB notes for itself which collections a database has, in an IndexedDB database beside theirs. Ours
 * has one collection of one schema for good, so it would note the same at every start: in memory that
 * does as well, and opening a person's records opens one database fewer, with no transaction before the first question.
 */
import { Subject } from "rxjs";
import type {
  DexieSettings,
  DexieStorageInternals,
  EventBulk,
  RxDocumentData,
  RxStorage,
  RxStorageChangeEvent,
  RxStorageInstance,
  RxStorageInstanceCreationParams,
} from "rxdb/plugins/core";

type Dexies = RxStorage<DexieStorageInternals, DexieSettings>;
type Notes<D> = RxStorageInstance<D, DexieStorageInternals, DexieSettings>;
type Changes<D> = EventBulk<RxStorageChangeEvent<D>, unknown>;

/** What RxDB calls the collection of its own notes. */
const notesName = "_rxdb_internal";

/** The same storage, with RxDB's own notes kept only while the database is open. */
export const notingInMemory = (storage: Dexies): Dexies => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async (params) =>
    params.collectionName === notesName ? createNotes(params) : storage.createStorageInstance(params),
});

const neverOpened: DexieStorageInternals = new Promise(() => undefined);

const neverAsked = async (): Promise<never> => {
  throw new Error("RxDB asks its notes for something new: see notes-in-memory.ts");
};

function createNotes<D>({
  databaseName,
  collectionName,
  schema,
  options,
}: RxStorageInstanceCreationParams<D, DexieSettings>): Notes<D> {
  const docs = new Map<string, RxDocumentData<D>>();
  const changes = new Subject<Changes<D>>();
  return {
    databaseName,
    collectionName,
    schema,
    options,
    internals: neverOpened,
    // Nobody else writes here, so that there is nothing to be in conflict with.
    async bulkWrite(writes) {
      for (const { document } of writes)
        docs.set(document["id" as keyof typeof document] as string, document);
      return { error: [] };
    },
    async findDocumentsById(ids) {
      return ids.flatMap((id) => docs.get(id) ?? []);
    },
    changeStream: () => changes,
    query: neverAsked,
    count: neverAsked,
    getAttachmentData: neverAsked,
    cleanup: async () => true,
    remove: async () => docs.clear(),
    close: async () => changes.complete(),
  };
}
