/** Databases for browser tests: a person nobody used before, and what lies in the files, raw. */
import { createId } from "#model/id.ts";
import type { PersonId } from "#model/id.ts";
import { recordsDatabasePrefix } from "#store/database/names.ts";

/** A person who has nothing on this device. */
export const newPerson = (): PersonId => createId("person", Date.now(), Math.random);

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("failed")));
  });

/** The names of the databases a person has on this device. */
export const databaseNamesOf = async (person: PersonId): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => (name?.includes(person) ? [name] : []));

/** Everything in every object store of a person's databases, as text. */
export async function everythingStoredOf(person: PersonId): Promise<string> {
  const parts: string[] = [];
  for (const name of await databaseNamesOf(person)) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      parts.push(JSON.stringify(await done(database.transaction(store).objectStore(store).getAll())));
    database.close();
  }
  return parts.join("\n");
}

const inBase64 = /[A-Za-z0-9+/]{12,}={0,2}/g;

/** The same, with what stands in it in base64 written out beside it, as records' states do. */
export async function everythingReadableOf(person: PersonId): Promise<string> {
  const stored = await everythingStoredOf(person);
  const states = (stored.match(inBase64) ?? [])
    .filter((text) => text.length % 4 === 0)
    .map((text) => atob(text));
  return [stored, ...states].join("\n");
}

/**
 * Keeps the disk busy: nothing is written into the person's records, nor read from them, until the returned function
 * is called. Resolves when the disk is held.
 */
export async function holdRecords(person: PersonId): Promise<() => void> {
  const records = (await databaseNamesOf(person)).filter((name) =>
    name.startsWith(recordsDatabasePrefix(person)),
  );
  let isHeld = true;
  for (const name of records) {
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const [first = ""] = stores;
    const held = database.transaction(stores, "readwrite").objectStore(first);
    const holdOn = (): void => {
      if (isHeld) held.count().addEventListener("success", holdOn);
      else database.close();
    };
    await done(held.count());
    holdOn();
  }
  return () => {
    isHeld = false;
  };
}
