/**
 * Takes places of work that have ended off the devices of those who worked there, where an older server left them standing:
 * a device's audit would agree with that server for ever. Done at each start, and mostly nothing. Source: RULES A9.
 */
import type { Instant } from "#model/time.ts";
import { StorageFailure } from "#server/storage/storage.ts";
import type { Site } from "#server/sync/site.ts";
import { openDesk } from "./desk.ts";

/** Places that are worked out anew in one write: other servers' pushes wait for no more than these. */
const atMost = 200;

/** Works out anew where they stand; devices hear it with their next pull. Where the disk is full the next start does it. */
export async function placeEnded(
  { storage, log }: Pick<Site, "storage" | "log">,
  now: Instant,
): Promise<void> {
  const ids = await storage.read((t) => t.memberships.leftStanding());
  try {
    for (let from = 0; from < ids.length; from += atMost)
      await storage.write(async (t) => {
        const desk = openDesk(t, now);
        desk.place(ids.slice(from, from + atMost));
        await desk.flush();
      });
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
    log.warn({ err: error }, "places of work that ended still stand with whoever worked there");
  }
}
