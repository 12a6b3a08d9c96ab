/** How safe what is stored here is: whether the browser promised to keep it, and how much room there is. */

/** What the browser says of this device's storage; what it does not say is absent. */
export interface StorageRoom {
  /** True when the browser will not clear it on its own. */
  readonly isKept?: boolean;
  readonly usedBytes?: number;
  readonly roomBytes?: number;
}

/** Asks the browser how things stand. */
export async function storageRoom(): Promise<StorageRoom> {
  if (!("storage" in navigator)) return {};
  const [isKept, estimate] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
  return {
    isKept,
    ...(estimate.usage === undefined ? {} : { usedBytes: estimate.usage }),
    ...(estimate.quota === undefined ? {} : { roomBytes: estimate.quota }),
  };
}

/** Asks the browser to keep what is stored; true when it will. Some browsers ask the person. */
export const askToKeep = async (): Promise<boolean> =>
  "storage" in navigator && ((await navigator.storage.persisted()) || (await navigator.storage.persist()));
