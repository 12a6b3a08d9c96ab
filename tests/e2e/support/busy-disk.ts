/** A disk that answers nobody for a while, as one does that is full of other work. */
import type { Device } from "./device.ts";

/**
 * Nothing is written into the records on this device, nor read from them, until the returned function is called. Another
 * page of the same address holds them, on which no app runs.
 */
export async function keepDiskBusy(device: Device): Promise<() => Promise<void>> {
  const page = await device.context().newPage();
  await page.goto("/icons/waymark.svg");
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("failed")));
      });
    for (const { name = "" } of await indexedDB.databases()) {
      if (!name.startsWith("rxdb-dexie-")) continue;
      const database = await done(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const held = database.transaction(stores, "readwrite").objectStore(stores[0] ?? "");
      const holdOn = (): void => held.count().addEventListener("success", holdOn);
      await done(held.count());
      holdOn();
    }
  });
  return () => page.close();
}
