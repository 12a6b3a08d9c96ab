/** Deletes what one person has on this device. Knows Dexie only, so that the first page need not wait for RxDB. */
import { Dexie } from "dexie";
import type { PersonId } from "#model/id.ts";
import { ownDatabaseName, recordsDatabasePrefix } from "./names.ts";

/** Deletes everything a person has on this device, by name: RxDB's own removal leaves empty databases behind. */
export async function deleteDatabases(person: PersonId): Promise<void> {
  const prefix = recordsDatabasePrefix(person);
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix));
  for (const name of [...names, ownDatabaseName(person)]) await Dexie.delete(name);
}
