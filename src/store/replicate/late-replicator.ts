/**
 * What talks with the server is fetched when the first round begins and not before the first page is
 * shown: nobody waits for it to see what is here. It is kept offline with the rest of the app; where
 * it cannot be fetched, in a first visit that lost its network, the round says `offline` and the next one tries again.
 */
import type { PersonId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Transport } from "#store/ports.ts";
import type { Ground, RoundResult } from "./replicating.ts";
import type { Replicator } from "./replicator.ts";

const notFetched: RoundResult = {
  problem: { code: "offline" },
  sent: 0,
  fetched: 0,
  refused: 0,
  allSent: false,
};

/** Fetches a part of the app once; undefined while it cannot be fetched. */
function fetchedOnce<T>(fetchPart: () => Promise<T>): () => Promise<T | undefined> {
  let part: Promise<T> | undefined;
  return async () => {
    part ??= fetchPart();
    const [settled] = await Promise.allSettled([part]);
    if (settled.status === "rejected") part = undefined;
    return settled.status === "rejected" ? undefined : settled.value;
  };
}

/** A replicator that is fetched for its first round. */
export function lateReplicator(ground: Ground): Replicator {
  const replicator = fetchedOnce(async () => (await import("./replicator.ts")).createReplicator(ground));
  return { round: async () => (await replicator())?.round() ?? notFetched };
}

/** The transport of the app for this person, fetched for the first question. */
export function lateTransport(person: PersonId): Transport {
  const transport = fetchedOnce(async () =>
    (await import("#store/sync/transport.ts")).createTransport(person),
  );
  return { ask: async (name, message) => (await transport())?.ask(name, message) ?? no("offline") };
}
