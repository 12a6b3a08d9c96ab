/** What a browser holds of somebody's words, wherever it keeps them. */
import type { Page } from "playwright-core";

/** Everything the browser keeps for this address, as text: databases, answers of the network, small storage. */
export const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("no answer")));
      });
    const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        kept.push(JSON.stringify(await asked(database.transaction(store).objectStore(store).getAll())));
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      kept.push(...(await cache.keys()).map(({ url }) => url));
    }
    return kept.join("\n");
  });

const inBase64 = /[A-Za-z0-9+/]{12,}={0,2}/g;

/** The same, with what stands in it in base64 written out beside it, as records' states do. */
export async function everythingReadable(page: Page): Promise<string> {
  const kept = await everythingKept(page);
  const states = (kept.match(inBase64) ?? []).map((text) => Buffer.from(text, "base64").toString());
  return [kept, ...states].join("\n");
}
