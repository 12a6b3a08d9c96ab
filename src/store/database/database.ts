/**
 * Opens one person's database on this device: RxDB on its Dexie storage, each write durable before it
 * resolves. A connection the browser closed is opened again by the next call, which RxDB leaves
 * switched off. RxDB keeps a failed opening for as long as the tab lives, so that needs a reload.
 */
import { Dexie } from "dexie";
import { createRxDatabase, fillWithDefaultSettings } from "rxdb/plugins/core";
import type { DexieSettings, DexieStorageInternals, RxCollection, RxDatabase } from "rxdb/plugins/core";
import { closeDexieDb, getDexieDbWithTables, getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { PersonId } from "#model/id.ts";
import { askOnlyForFoundKeys } from "./found-keys.ts";
import { databaseName } from "./names.ts";
import { notingInMemory } from "./notes-in-memory.ts";
import { openOwnDatabase } from "./own-database.ts";
import type { OwnDatabase } from "./own-database.ts";
import { recordSchema } from "#store/database/documents/record-doc.ts";
import type { RecordDoc } from "#store/database/documents/record-body.ts";
import { stayDeleted } from "./stay-deleted.ts";
import { noSealing, sealedStorage } from "./sealing.ts";
import type { Sealing } from "./sealing.ts";
import { readingWholeRanges } from "./whole-ranges.ts";

/** One person's database, open. */
export interface Database {
  readonly records: RxCollection<RecordDoc>;
  readonly own: OwnDatabase;
  /** Done when the browser has cleared it: nothing can be read or written any more. */
  readonly cleared: Promise<void>;
  readonly isCleared: () => boolean;
  close(): Promise<void>;
}

/** RxDB opens Dexie with `autoOpen` off; without it a connection that was closed stays dead until a reload. */
function reopenWhenClosed(dexie: Dexie): void {
  const options: unknown = Reflect.get(dexie, "_options");
  if (typeof options === "object" && options !== null) Object.assign(options, { autoOpen: true });
}

/** Opens a person's database; rejects when the browser cannot open it. */
export async function openDatabase(person: PersonId, sealing?: Sealing): Promise<Database> {
  const { promise: cleared, resolve } = Promise.withResolvers<void>();
  let isCleared = false;
  const onCleared = (): void => {
    isCleared = true;
    resolve();
  };
  const opening = [
    openRecords(person, sealing, onCleared),
    openOwnDatabase(person, sealing ?? noSealing, onCleared),
  ] as const;
  try {
    const [{ records, close }, own] = await Promise.all(opening);
    return {
      records,
      own,
      cleared,
      isCleared: () => isCleared,
      close: async () => {
        own.close();
        await close();
      },
    };
  } catch (error) {
    const [opened, own] = await Promise.allSettled(opening);
    if (own.status === "fulfilled") own.value.close();
    if (opened.status === "fulfilled") await opened.value.close();
    throw error;
  }
}

const settingsOf = (onCleared: () => void): DexieSettings => ({
  chromeTransactionDurability: "strict",
  onCreate: (dexie: Dexie) => {
    reopenWhenClosed(dexie);
    stayDeleted(dexie, onCleared);
    askOnlyForFoundKeys(dexie);
  },
});

type RecordsDatabase = RxDatabase<{ records: RxCollection<RecordDoc> }>;

interface OpenRecords {
  readonly records: RxCollection<RecordDoc>;
  readonly close: () => Promise<void>;
}

async function openRecords(
  person: PersonId,
  sealing: Sealing | undefined,
  onCleared: () => void,
): Promise<OpenRecords> {
  const name = databaseName(person);
  const settings = settingsOf(onCleared);
  // The browser opens it while RxDB gets ready to ask for the same; it is closed when both have let go.
  const opening = getDexieDbWithTables(name, "records", settings, fillWithDefaultSettings(recordSchema));
  const dexieStorage = notingInMemory(readingWholeRanges(getRxStorageDexie(settings)));
  let database: RecordsDatabase | undefined;
  const close = async (): Promise<void> => {
    await database?.close();
    await closeDexieDb(opening);
  };
  try {
    database = await createRxDatabase<RecordsDatabase["collections"]>({
      name,
      storage: sealing ? sealedStorage(dexieStorage, sealing) : dexieStorage,
      multiInstance: true,
      eventReduce: true,
    });
    const [{ records }] = await Promise.all([
      database.addCollections({ records: { schema: recordSchema } }),
      removeDeleted(opening),
    ]);
    return { records, close };
  } catch (error) {
    await Promise.allSettled([close()]);
    throw error;
  }
}

/** Takes out what RxDB still keeps of deleted documents; rejects when the database cannot be read. */
async function removeDeleted(opening: DexieStorageInternals): Promise<void> {
  const { dexieTable } = await opening;
  const deleted = dexieTable.where("[_deleted+id]").between(["1", Dexie.minKey], ["1", Dexie.maxKey]);
  const ids = await deleted.primaryKeys();
  if (ids.length > 0) await dexieTable.bulkDelete(ids);
}
