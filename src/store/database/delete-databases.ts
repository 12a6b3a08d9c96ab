/** Deletes what one person has on this device. Knows no library, so that the first page need not wait for one. */
import type { PersonId } from "#model/id.ts";
import { jottedKeys } from "./jotted-keys.ts";
import {
  anyJottingsPrefix,
  anyLastJottingsPrefix,
  jottingsPrefix,
  lastJottingsPrefix,
  ownDatabaseName,
  recordsDatabasePrefix,
} from "./names.ts";
import { deleteDatabase } from "./native.ts";

/** Deletes everything a person has on this device, by name: RxDB's own removal leaves empty databases behind. */
export async function deleteDatabases(person: PersonId): Promise<void> {
  const jottings = [jottingsPrefix(person), lastJottingsPrefix(person)];
  deleteKeys((key) => jottings.some((prefix) => key.startsWith(prefix)));
  const prefix = recordsDatabasePrefix(person);
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? name : []));
  for (const name of [...names, ownDatabaseName(person)]) await deleteDatabase(name);
}

/** How long the last jottings wait for their person. */
const waitMs = 30 * 86_400_000;

/**
 * Deletes what tabs jotted down of people whom this device does not know any more: one may have been gone before it heard.
 * What they jotted down when the browser had cleared the rest waits for its person for a while.
 */
export function deleteJottingsBut(people: readonly PersonId[], now: number): void {
  const isStrange = (key: string): boolean =>
    !people.some((person) => key.startsWith(jottingsPrefix(person)));
  deleteKeys((key) => key.startsWith(anyJottingsPrefix) && isStrange(key));
  // The name of the person is followed by the time, and the time by the tab.
  const jottedAt = (key: string): number => Number.parseInt(key.split("/")[1] ?? "", 10);
  deleteKeys((key) => key.startsWith(anyLastJottingsPrefix) && !(jottedAt(key) > now - waitMs));
}

function deleteKeys(isWanted: (key: string) => boolean): void {
  for (const key of jottedKeys()) if (isWanted(key)) localStorage.removeItem(key);
}
