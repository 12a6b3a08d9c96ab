/**
 * Counts wrong tries, in the storage, so that guessing stops whichever server is asked. Under one name: after
 * ten in a quarter of an hour it rests until the quarter is over, whoever guesses; being right clears the count. And
 * from one address, for who tries one password or one code after the other on everybody.
 */
import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { no, type Outcome } from "#model/outcome.ts";
import type { Instant } from "#model/time.ts";
import type { Storage } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";

const triesLimit = 10;
/** A whole school comes from one address, and on its first day half of it mistypes. */
const guessesLimit = 500;
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

/** Asks what somebody could guess. Problem, without asking: `too-many-tries`, after five hundred wrong guesses from an address. */
export async function limitGuesses<T>(
  {
    storage,
    surroundings,
  }: { readonly storage: Storage; readonly surroundings: Pick<Surroundings, "clock"> },
  address: string,
  ask: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const name = `address ${createHash("sha256").update(networkOf(address)).digest("hex").slice(0, 32)}`;
  const now = surroundings.clock();
  const isOver = (since: Instant): boolean => since < now - triesMs;
  const tries = await storage.read(({ accounts }) => accounts.tries(name));
  if (tries && !isOver(tries.since) && tries.count >= guessesLimit) return no("too-many-tries");
  const answer = await ask();
  if (answer.ok || !guesses.has(answer.problem.code)) return answer;
  await storage.write(async ({ accounts }) => {
    const known = await accounts.tries(name);
    const { count, since } = known && !isOver(known.since) ? known : { count: 0, since: now };
    await accounts.putTries({ name, count: count + 1, since });
  });
  return answer;
}

/** Whoever has one address of IPv6 has the 2^64 of their network, which count as one; of IPv4 each counts for itself. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [start = [], end = []] = address.split("::").map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: 8 - start.length - end.length }, () => "0");
  const groups = [...start, ...zeros, ...end].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(":")}::/64`;
}

const guesses = new Set<string>(["wrong-code", "wrong-password"]);
