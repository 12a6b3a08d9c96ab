/**
 * Counts wrong tries under one name, so that guessing stops whoever guesses and from wherever. After
 * ten in a quarter of an hour the name rests until the quarter is over; being right clears the count.
 */
import type { Instant } from "#model/time.ts";
import type { Storage } from "#server/storage/storage.ts";

const triesLimit = 10;
/** How long wrong tries count, in milliseconds. */
export const triesMs = 15 * 60 * 1000;

/** Takes one try, counted before it is known to be wrong; false when there are none left. */
export const takeTry = (storage: Storage, name: string, now: Instant): Promise<boolean> =>
  storage.write(async ({ accounts }) => {
    await accounts.dropTries(now - triesMs);
    const tries = (await accounts.tries(name)) ?? { name, count: 0, since: now };
    if (tries.count >= triesLimit) return false;
    await accounts.putTries({ ...tries, count: tries.count + 1 });
    return true;
  });

/** Forgets the tries of a name, after a right one. */
export const clearTries = (storage: Storage, name: string): Promise<void> =>
  storage.write(({ accounts }) => accounts.putTries({ name, count: 0, since: 0 }));
