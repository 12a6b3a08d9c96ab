/** Asking the browser to keep what is written here even when the device runs low, and telling what it answered. */

/** Whether this device's copy is kept, and how much room there is. Undefined where the browser does not say. */
export interface Keeping {
  readonly isKept: boolean | undefined;
  readonly usedBytes: number | undefined;
  readonly roomBytes: number | undefined;
}

/** Asks once there is something to keep; browsers that have said yes or no answer at once. */
export async function askToKeep(): Promise<void> {
  if (!("storage" in navigator) || !navigator.storage.persist) return;
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}

/** What the browser says now. */
export async function readKeeping(): Promise<Keeping> {
  if (!("storage" in navigator)) return { isKept: undefined, usedBytes: undefined, roomBytes: undefined };
  const [isKept, { usage, quota }] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ]);
  return { isKept, usedBytes: usage, roomBytes: quota };
}
