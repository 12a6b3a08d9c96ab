/**
 * What is deleted from this device stays deleted. A tab that was in the middle of something when its person signed out in
 * another would else open its database anew, and so make it, and put back what is gone. And where the browser cleared what
 * it keeps for this address, a tab would go on writing into a database of which no start knows.
 */
import type { Dexie } from "dexie";

/** The browser may still be about it when it closes a connection, so it is looked twice; the second time after this, in milliseconds. */
const lookAgainMs = 1000;

const isThere = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((one) => one.name === name);

/**
 * Closes a connection for good when its database is to be deleted; Dexie by itself would open it again, and so make it. One
 * that is gone when the browser has closed it is not made again, either: `onCleared` is called.
 */
export function stayDeleted(dexie: Dexie, onCleared: () => void): void {
  let wasOpen = false;
  const clear = (): void => {
    dexie.close();
    onCleared();
  };
  const look = async (): Promise<void> => {
    if (!(await isThere(dexie.name))) clear();
  };
  dexie.on("versionchange", ({ newVersion }) => {
    if (newVersion !== null) return true;
    dexie.close();
    return false;
  });
  const begin = (): void => {
    wasOpen = true;
    // Not told of closings of our own.
    dexie.backendDB().addEventListener("close", () => {
      void look();
      setTimeout(() => void look(), lookAgainMs);
    });
  };
  dexie.on("ready", begin, true);
  dexie.on("populate", () => {
    if (!wasOpen) return;
    clear();
    throw new Error("the browser has cleared this database");
  });
}
