/**
 * Writes that are there together share one commit, since waiting for the disk costs more than most writes do. They still
 * take turns, and one that throws takes back its own work alone; each is told how it went only once the disk has all of them.
 */
import { setImmediate as othersArrive } from "node:timers/promises";
import type { Kysely } from "kysely";
import { transactionOn } from "./queries/transaction.ts";
import type { Transaction } from "./storage.ts";
import type { Tables } from "./tables.ts";
import { together } from "./together.ts";

/** The most writes that one commit carries, and how long it takes in more, in milliseconds: the first waits for the others. */
const [togetherMax, togetherMs] = [64, 15];

type Work<T> = (t: Transaction) => Promise<T>;

/** A write that waits for its turn. */
interface Waiting {
  readonly work: Work<unknown>;
  /** These tell how it went. */
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A transaction that several writes share. */
export interface Turn {
  readonly db: Kysely<Tables>;
  /** Resolves when this has its turn. What is begun before waits for it. */
  readonly begun: Promise<unknown>;
  /** Begins a command without parameters, before whatever is begun after this call. */
  readonly run: (command: string) => Promise<unknown>;
}

/** How transactions are run on this database. */
export interface Commits {
  /** Runs this in one transaction that writes. */
  readonly inTransaction: (work: (turn: Turn) => Promise<void>) => Promise<void>;
  /** False to give each write a commit of its own, where there is no disk to wait for. */
  readonly isShared: boolean;
  /** Transactions at once: where another server may have the turn, the second waits for it while the first works. */
  readonly lanes: number;
}

/** A way to write that shares commits. */
export function shareCommits(commits: Commits): <T>(work: Work<T>) => Promise<T> {
  const queue: Waiting[] = [];
  let busy = 0;
  const takeTurns = async (): Promise<void> => {
    busy += 1;
    while (queue.length > 0) await writeTogether(queue, { ...commits, isAlone: busy === 1 });
    busy -= 1;
  };
  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve: (result) => resolve(result as T), reject });
      if (busy < commits.lanes) void takeTurns();
    });
}

/** Never throws: whoever wrote is told. While another lane works, what waits is left for it to take until this one has its turn. */
async function writeTogether(
  queue: Waiting[],
  { inTransaction, isShared, isAlone }: Commits & { readonly isAlone: boolean },
): Promise<void> {
  const taken: Waiting[] = [];
  const tell: (() => void)[] = [];
  let begunAt = Infinity;
  const next = async (): Promise<Waiting | undefined> => {
    if (!isShared || taken.length >= togetherMax || performance.now() - begunAt > togetherMs)
      return undefined;
    // What has come in meanwhile is read before this goes on.
    if (queue.length === 0) await othersArrive();
    return queue.shift();
  };
  try {
    await inTransaction(async (turn) => {
      const begun = turn.begun.then(() => {
        begunAt = performance.now();
      });
      begun.catch(ignore);
      if (!isAlone) await begun;
      for (let waiting = queue.shift(); waiting; waiting = await next()) {
        taken.push(waiting);
        const write = taken.length === 1 ? writeFirst : writeAlone;
        tell.push(await write(turn, waiting));
      }
    });
    for (const told of tell) told();
  } catch (error) {
    if (taken.length === 0) taken.push(...queue.splice(0));
    for (const waiting of taken) waiting.reject(error);
  }
}

/** The first needs no way back of its own: should it throw, the transaction is lost, which holds nothing else yet. */
async function writeFirst({ db }: Turn, { work, resolve }: Waiting): Promise<() => void> {
  const result = await work(transactionOn(db));
  return () => resolve(result);
}

/** One of those after it: what it did is there or gone when this resolves with how to tell it. Throws when the transaction is lost. */
async function writeAlone({ db, run }: Turn, { work, resolve, reject }: Waiting): Promise<() => void> {
  try {
    const [, result] = await together([run("savepoint alone"), work(transactionOn(db))]);
    // Should this fail, so does the commit.
    run("release alone").catch(ignore);
    return () => resolve(result);
  } catch (error) {
    try {
      await together([run("rollback to alone"), run("release alone")]);
    } catch {
      // The database itself has ended the transaction, and with it the work of all: the first reason is the true one.
      throw error;
    }
    return () => reject(error);
  }
}

const ignore = (): undefined => undefined;
