/** The date where the person is. The one place where the screens read the clock. */
import { useSyncExternalStore } from "react";
import { localDateOf } from "#model/time.ts";
import type { Instant, LocalDate } from "#model/time.ts";

/** The time now. */
export const now = (): Instant => Date.now();

const checkMs = 30_000;

function watchDate(listener: () => void): () => void {
  const timer = setInterval(listener, checkMs);
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

/** Today's date; renders again after midnight, also on a device that slept through it. */
export const useToday = (): LocalDate => useSyncExternalStore(watchDate, () => localDateOf(now()));
