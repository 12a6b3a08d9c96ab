/**
 * Writes that are there together share one commit, since waiting for the disk costs more than most writes do. They still
 * take turns, and one that throws takes back its own work alone; each is told how it went only once the disk has all of them.
 */
import { setImmediate as othersArrive } from "node:timers/promises";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { transactionOn } from "./queries/transaction.ts";
import type { Transaction } from "./storage.ts";
import type { Tables } from "./tables.ts";

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

/** How transactions are run on this database. */
export interface Commits {
  /** Runs this in one transaction that writes. */
  readonly inTransaction: (work: (connection: Kysely<Tables>) => Promise<void>) => Promise<void>;
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
    while (queue.length > 0) await writeTogether(queue, commits);
    busy -= 1;
  };
  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve: (result) => resolve(result as T), reject });
      if (busy < commits.lanes) void takeTurns();
    });
}

/** Never throws: whoever wrote is told. */
async function writeTogether(queue: Waiting[], { inTransaction, isShared }: Commits): Promise<void> {
  const taken: Waiting[] = [];
  const tell: (() => void)[] = [];
  let begunAt = 0;
  const next = async (): Promise<Waiting | undefined> => {
    if (!isShared || taken.length >= togetherMax || performance.now() - begunAt > togetherMs)
      return undefined;
    // What has come in meanwhile is read before this goes on.
    if (queue.length === 0) await othersArrive();
    return queue.shift();
  };
  try {
    await inTransaction(async (connection) => {
      begunAt = performance.now();
      for (let waiting = queue.shift(); waiting; waiting = await next()) {
        taken.push(waiting);
        tell.push(await writeAlone(connection, waiting));
      }
    });
    for (const told of tell) told();
  } catch (error) {
    if (taken.length === 0) taken.push(...queue.splice(0));
    for (const waiting of taken) waiting.reject(error);
  }
}

/** One of several: what it did is there or gone when this resolves with how to tell it. Throws when the transaction is lost. */
async function writeAlone(
  connection: Kysely<Tables>,
  { work, resolve, reject }: Waiting,
): Promise<() => void> {
  await sql`savepoint alone`.execute(connection);
  try {
    const result = await work(transactionOn(connection));
    await sql`release alone`.execute(connection);
    return () => resolve(result);
  } catch (error) {
    try {
      await sql`rollback to alone`.execute(connection);
      await sql`release alone`.execute(connection);
    } catch {
      // The database itself has ended the transaction, and with it the work of all: the first reason is the true one.
      throw error;
    }
    return () => reject(error);
  }
}
