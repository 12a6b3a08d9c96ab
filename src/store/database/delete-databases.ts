/** Deletes what one person has on this device. Knows no library, so that the first page need not wait for one. */
import type { PersonId } from "#model/id.ts";
import { ownDatabaseName, recordsDatabasePrefix } from "./names.ts";
import { deleteDatabase } from "./native.ts";

/** Deletes everything a person has on this device, by name: RxDB's own removal leaves empty databases behind. */
export async function deleteDatabases(person: PersonId): Promise<void> {
  const prefix = recordsDatabasePrefix(person);
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? name : []));
  for (const name of [...names, ownDatabaseName(person)]) await deleteDatabase(name);
}
