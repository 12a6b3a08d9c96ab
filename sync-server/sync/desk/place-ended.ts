/**
 * Takes places of work that have ended off the devices of those who worked there, where an older server left them standing:
 * a device's audit would agree with that server for ever. Done at each start, and mostly nothing. Source: RULES A9.
 */
import type { Instant } from "#model/time.ts";
import type { Storage } from "#server/storage/storage.ts";
import { openDesk } from "./desk.ts";

/** Works out anew where they stand; devices hear it with their next pull. */
export async function placeEnded(storage: Storage, now: Instant): Promise<void> {
  const ids = await storage.read((t) => t.memberships.leftStanding());
  if (ids.length === 0) return;
  await storage.write(async (t) => {
    const desk = openDesk(t, now);
    desk.place(ids);
    await desk.flush();
  });
}
