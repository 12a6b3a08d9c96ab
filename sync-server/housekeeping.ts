/**
 * Once a day one of the servers deletes what nobody needs any more: sessions and codes long after they expired, a
 * school's list that nobody confirmed, and what lay in the tray for its ninety days. Nothing that says that something was taken
 * away goes: the journal keeps that, and an expired code stays expired in every backup. Source: RULES S13, S17.
 */
import { dropOldPreviews } from "./people/roster-preview.ts";
import { StorageFailure } from "./storage/storage.ts";
import { trayMs } from "./sync/tray.ts";
import type { Site } from "./sync/site.ts";

/** How often it is done, whichever server does it, in milliseconds. */
export const everyMs = 24 * 3600 * 1000;
/** How often each server looks whether it is time, in milliseconds. */
const lookMs = 3600 * 1000;
/** How long after it expired something is deleted, in milliseconds: a clock that is some days ahead signs nobody out for good. */
export const graceMs = 30 * 24 * 3600 * 1000;
/** How many sessions and codes go in one write: whoever pushes meanwhile waits for no more than these. */
const atMost = 1000;

type Kept = Pick<Site, "storage" | "surroundings" | "log">;

/** Keeps house from now on, until the returned function is called. What is due at the start is done when it resolves. */
export async function keepHouse(site: Kept): Promise<() => Promise<void>> {
  let working: Promise<unknown> | undefined;
  const work = async (): Promise<void> => {
    working ??= tidy(site)
      .catch((error: unknown) => {
        // A full disk or a database that does not answer: it is tried again.
        if (!(error instanceof StorageFailure)) throw error;
        site.log.warn({ err: error }, "nothing was tidied up");
      })
      .finally(() => {
        working = undefined;
      });
    await working;
  };
  await work();
  const timer = setInterval(() => void work(), lookMs).unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}

/**
 * Deletes what is due, unless that was done within a day. Of several servers that come at once one does it. What goes was due
 * already when it was last done, so a clock that is years ahead for less than a day takes no words and no session; a list can be brought again.
 */
export async function tidy({ storage, surroundings }: Omit<Kept, "log">): Promise<void> {
  const now = surroundings.clock();
  if (!isDue(await storage.read(({ meta }) => meta.get(lastDone)), now)) return;
  const sure = await storage.write(async ({ meta }) => {
    const done = await meta.get(lastDone);
    if (!isDue(done, now)) return undefined;
    await meta.put(lastDone, String(now));
    return Math.min(now, Number(done ?? 0));
  });
  if (sure === undefined) return;
  let gone = atMost;
  while (gone > 0) gone = await storage.write(({ accounts }) => accounts.dropExpired(sure - graceMs, atMost));
  await storage.write(({ facts }) => facts.emptyTray(sure - trayMs));
  await dropOldPreviews(storage, now);
}

const lastDone = "housekeeping-at";

/** Also when it was last done in the future: a clock was set back since. */
const isDue = (done: string | undefined, now: number): boolean =>
  done === undefined || Math.abs(now - Number(done)) >= everyMs;
