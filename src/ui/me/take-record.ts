/** Taking one's record along: everything on this device as a file of one's own. */
import type { Store } from "#store/store.ts";

/** Hands the file to the browser, which asks or knows where to put it. */
export async function takeRecord(store: Store, fileName: string): Promise<void> {
  const text = await store.export();
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
