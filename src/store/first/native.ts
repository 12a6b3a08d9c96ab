/**
 * Reading databases that others made, with nothing but what the browser has: no library has to run first. What
 * is not there is not made, and nobody is kept from changing or deleting it.
 */

/** An open database, or undefined when it is not on this device or the browser cannot open it. */
export const openExisting = (name: string): Promise<IDBDatabase | undefined> =>
  new Promise((resolve) => {
    const opening = indexedDB.open(name);
    // Asked for without a version, so only one that is not there would have to be made.
    opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
    opening.addEventListener("error", (event) => {
      event.preventDefault();
      resolve(undefined);
    });
    opening.addEventListener("success", () => {
      const { result } = opening;
      result.addEventListener("versionchange", () => result.close());
      resolve(result);
    });
  });

/** What a request is answered with. */
export const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("a request failed")));
  });
