/** Whether this device says it has a connection: for the few things that need one. */
import { useSyncExternalStore } from "react";

function watch(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** False only where the device is sure that it has none. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine);
