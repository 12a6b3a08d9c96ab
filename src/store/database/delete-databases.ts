/** Deletes what one person has on this device. Knows no library, so that the first page need not wait for one. */
import type { PersonId } from "#model/id.ts";
import { anyJottingsPrefix, jottingsPrefix, ownDatabaseName, recordsDatabasePrefix } from "./names.ts";
import { deleteDatabase } from "./native.ts";

/** Deletes everything a person has on this device, by name: RxDB's own removal leaves empty databases behind. */
export async function deleteDatabases(person: PersonId): Promise<void> {
  deleteJottings((key) => key.startsWith(jottingsPrefix(person)));
  const prefix = recordsDatabasePrefix(person);
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? name : []));
  for (const name of [...names, ownDatabaseName(person)]) await deleteDatabase(name);
}

/** Deletes what tabs jotted down of people whom this device does not know any more: one may have been gone before it heard. */
export function deleteJottingsBut(people: readonly PersonId[]): void {
  deleteJottings((key) => !people.some((person) => key.startsWith(jottingsPrefix(person))));
}

function deleteJottings(isWanted: (key: string) => boolean): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(anyJottingsPrefix) && isWanted(key)) localStorage.removeItem(key);
}
