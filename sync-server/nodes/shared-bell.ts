/**
 * The doorbell of several servers on one database: what one rings, all ring. A call may be lost, so each
 * also looks now and then which commits there are: one that it has not heard of by the next time was missed, and
 * then it rings everybody. A storage that nobody shares keeps its bell as it is.
 */
import type { Storage } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";
import type { Bell } from "#server/bell/bell.ts";
import type { Touched } from "#server/sync/desk/desk.ts";
import type { Site } from "#server/sync/site.ts";
import { callsOf, closingCall, readCall } from "./calls.ts";

/** The others are called at once, and what is rung within so long after that is gathered: a hundred pushes in a second make fifty calls at most. */
const gatherMs = 20;

/** A bell that others hear too. */
export interface SharedBell extends Bell {
  /** Says what was not said yet, and hears no more. */
  leave(): Promise<void>;
}

/** What a shared bell stands on. */
export interface Sharing extends Pick<Surroundings, "secrets"> {
  readonly storage: Storage;
  readonly log: Site["log"];
  /** How often to look for commits, in milliseconds. */
  readonly lookMs: number;
}

/** Shares a bell with the other servers on its storage, if there can be any. */
export function shareBell(bell: Bell, sharing: Sharing): SharedBell {
  const { line } = sharing.storage;
  if (!line) return { ...bell, leave: async () => undefined };
  const node = Buffer.from(sharing.secrets(6)).toString("base64url");
  const trouble = (error: unknown): void =>
    sharing.log.warn({ err: error }, "other servers could not be reached");
  const say = async (calls: readonly string[]): Promise<void> => {
    for (const call of calls) await line.call(call);
  };
  const outgoing = gatherer((touched) => say(callsOf(node, touched)).catch(trouble));
  const missed = (): void => void bell.ringAll().catch(trouble);
  let wasConnected = false;
  const listen = (): (() => Promise<void>) =>
    line.listen({
      hear: (text) => {
        const call = readCall(text);
        if (!call || call.from === node) return;
        if (call.close) bell.close(call.close);
        if (call.everybody) missed();
        bell.ring({ ...call, scopes: new Set(call.scopes), people: new Set(call.people) });
        lookout.heard(call.commits);
      },
      connected: () => {
        if (wasConnected) missed();
        wasConnected = true;
      },
    });
  let hangUp = listen();
  const lookout = watchCommits(sharing, {
    trouble,
    missed: () => {
      missed();
      // The connection may be one that only seems to be open.
      hangUp().catch(trouble);
      hangUp = listen();
    },
  });
  return {
    ...bell,
    ring: (touched) => {
      bell.ring(touched);
      lookout.heard(touched.commits);
      outgoing.add(touched);
    },
    close: (of) => {
      bell.close(of);
      say([closingCall(node, of)]).catch(trouble);
    },
    leave: async () => {
      lookout.stop();
      await outgoing.empty();
      await hangUp();
    },
  };
}

/** Passes on what was touched: the first at once, and together what is touched soon after. */
function gatherer(pass: (touched: Touched) => Promise<void>) {
  let gathered: Touched[] = [];
  let timer: NodeJS.Timeout | undefined;
  const empty = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const all = gathered;
    gathered = [];
    if (all.length === 0) return;
    timer = setTimeout(() => void empty(), gatherMs);
    await pass({
      scopes: new Set(all.flatMap(({ scopes }) => [...scopes])),
      people: new Set(all.flatMap(({ people }) => [...people])),
      commits: all.flatMap(({ commits }) => commits),
    });
  };
  return {
    empty,
    add: (touched: Touched): void => {
      if (touched.scopes.size + touched.people.size + touched.commits.length === 0) return;
      gathered.push(touched);
      if (timer === undefined) void empty();
    },
  };
}

/** Looks which commits there are, and compares them with those that were heard of. */
function watchCommits(
  { storage, lookMs }: Sharing,
  { missed, trouble }: { readonly missed: () => void; readonly trouble: (error: unknown) => void },
) {
  const heard = new Set<number>();
  let unheard: readonly number[] = [];
  let looked: number | undefined;
  const look = async (): Promise<void> => {
    looked ??= await storage.read(({ scopes }) => scopes.highest());
    const from = looked;
    const commits = await storage.read(({ scopes }) => scopes.commitsAfter(from));
    const before = new Set(unheard);
    unheard = commits.filter((commit) => !heard.has(commit));
    const isMissed = unheard.some((commit) => before.has(commit));
    if (unheard.length > 0 && !isMissed) return;
    if (isMissed) missed();
    unheard = [];
    looked = Math.max(from, ...commits);
    for (const commit of heard) if (commit <= looked) heard.delete(commit);
  };
  let isLooking = false;
  const lookOnce = (): void => {
    if (isLooking) return;
    isLooking = true;
    void look()
      .catch(trouble)
      .finally(() => {
        isLooking = false;
      });
  };
  lookOnce();
  const timer = setInterval(lookOnce, lookMs).unref();
  return {
    heard: (commits: readonly number[]): void => commits.forEach((commit) => heard.add(commit)),
    stop: (): void => clearInterval(timer),
  };
}
