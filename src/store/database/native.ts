/**
 * IndexedDB with nothing but what the browser has, for what stands before the first page: no library has to run
 * first. Nobody is kept from changing or deleting a database that is open here.
 */

/** An open database, or undefined when it is not on this device or the browser cannot open it. Makes none. */
export const openExisting = async (name: string): Promise<IDBDatabase | undefined> => {
  const opening = indexedDB.open(name);
  // Asked for without a version, so only one that is not there would have to be made.
  opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
  opening.addEventListener("error", (event) => event.preventDefault());
  const [opened] = await Promise.allSettled([answerTo(opening)]);
  return opened.status === "fulfilled" ? letGoWhenChanged(opened.value) : undefined;
};

/** An open database, made where it is not on this device. Rejects when the browser cannot open it. */
export const openOrMake = async (
  name: string,
  version: number,
  make: (database: IDBDatabase) => void,
): Promise<IDBDatabase> => {
  const opening = indexedDB.open(name, version);
  opening.addEventListener("upgradeneeded", () => make(opening.result));
  return letGoWhenChanged(await answerTo(opening));
};

function letGoWhenChanged(database: IDBDatabase): IDBDatabase {
  database.addEventListener("versionchange", () => database.close());
  return database;
}

/** Deletes a database; done also where there is none. */
export const deleteDatabase = async (name: string): Promise<void> =>
  void (await answerTo(indexedDB.deleteDatabase(name)));

/** What a request is answered with. */
export const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("a request failed")));
  });

/** Resolves when everything of a transaction is stored. */
export const stored = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("nothing was stored")));
  });
