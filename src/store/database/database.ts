/**
 * Opens one person's database on this device: RxDB on its Dexie storage, each write durable before it
 * resolves. A connection the browser closed is opened again by the next call, which RxDB leaves
 * switched off. RxDB keeps a failed opening for as long as the tab lives, so that needs a reload.
 */
import { Dexie } from "dexie";
import { createRxDatabase } from "rxdb/plugins/core";
import type { DexieStorageInternals, RxCollection, RxDatabase } from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { PersonId } from "#model/id.ts";
import { askOnlyForFoundKeys } from "./found-keys.ts";
import { openOwnDatabase, ownDatabaseName } from "./own-database.ts";
import type { OwnDatabase } from "./own-database.ts";
import { recordSchema } from "./record-doc.ts";
import type { RecordDoc } from "./record-doc.ts";
import { noSealing, sealedStorage } from "./sealing.ts";
import type { Sealing } from "./sealing.ts";
import { readingWholeRanges } from "./whole-ranges.ts";

/** One person's database, open. */
export interface Database {
  readonly records: RxCollection<RecordDoc>;
  readonly own: OwnDatabase;
  close(): Promise<void>;
}

const databaseName = (person: PersonId): string => `waymark-${person}`;

/** RxDB opens Dexie with `autoOpen` off; without it a connection that was closed stays dead until a reload. */
function reopenWhenClosed(dexie: Dexie): void {
  const options: unknown = Reflect.get(dexie, "_options");
  if (typeof options === "object" && options !== null) Object.assign(options, { autoOpen: true });
}

/** Opens a person's database; rejects when the browser cannot open it. */
export async function openDatabase(person: PersonId, sealing?: Sealing): Promise<Database> {
  const opening = [openRecords(person, sealing), openOwnDatabase(person, sealing ?? noSealing)] as const;
  try {
    const [{ database, records }, own] = await Promise.all(opening);
    return { records, own, close: () => closeBoth(database, own) };
  } catch (error) {
    const [opened, own] = await Promise.allSettled(opening);
    if (own.status === "fulfilled") own.value.close();
    if (opened.status === "fulfilled") await opened.value.database.close();
    throw error;
  }
}

async function openRecords(person: PersonId, sealing: Sealing | undefined) {
  const dexieStorage = readingWholeRanges(
    getRxStorageDexie({
      chromeTransactionDurability: "strict",
      onCreate: (dexie: Dexie) => {
        reopenWhenClosed(dexie);
        askOnlyForFoundKeys(dexie);
      },
    }),
  );
  const database: RxDatabase<{ records: RxCollection<RecordDoc> }> = await createRxDatabase({
    name: databaseName(person),
    storage: sealing ? sealedStorage(dexieStorage, sealing) : dexieStorage,
    multiInstance: true,
    eventReduce: true,
  });
  try {
    const { records } = await database.addCollections({ records: { schema: recordSchema } });
    await removeDeleted(records);
    return { database, records };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Takes out what RxDB still keeps of deleted documents. */
async function removeDeleted({ storageInstance }: RxCollection<RecordDoc>): Promise<void> {
  const { dexieTable } = await (storageInstance.internals as DexieStorageInternals);
  const deleted = dexieTable.where("[_deleted+id]").between(["1", Dexie.minKey], ["1", Dexie.maxKey]);
  const ids = await deleted.primaryKeys();
  if (ids.length > 0) await dexieTable.bulkDelete(ids);
}

async function closeBoth(database: { close(): Promise<unknown> }, own: OwnDatabase): Promise<void> {
  own.close();
  await database.close();
}

/** Deletes everything a person has on this device, by name: RxDB's own removal leaves empty databases behind. */
export async function deleteDatabases(person: PersonId): Promise<void> {
  const prefix = `rxdb-dexie-${databaseName(person)}--`;
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix));
  for (const name of [...names, ownDatabaseName(person)]) await Dexie.delete(name);
}
