/**
 * What is deleted from this device stays deleted: a tab that was in the middle of something when its person signed out in
 * another would else open its database anew, and put back what is gone.
 */
import type { Dexie } from "dexie";

/** Closes a connection for good when its database is to be deleted; Dexie by itself would open it again, and so make it. */
export function stayDeleted(dexie: Dexie): void {
  dexie.on("versionchange", ({ newVersion }) => {
    if (newVersion !== null) return true;
    dexie.close();
    return false;
  });
}
