/**
 * Has lists worked out in a thread beside the server's own, so that whoever else asks is answered meanwhile, and a file that
 * unfolds into more than there is room for ends that thread and not the server. One list after the other.
 */
import { Worker } from "node:worker_threads";
import { no, type Outcome } from "#model/outcome.ts";
import type { RosterPlan } from "#server/roster/preview.ts";
import type { ListSeen, ListToPlan, ListToRead } from "./list-work.ts";
import type { BesideWork } from "./worker.ts";

/** The most memory a list may take while it is worked on, in megabytes: some ten times what the longest one needs. */
const memoryMb = 1024;
/** The longest it may take, in milliseconds. */
const longestMs = 120_000;

let before: Promise<unknown> = Promise.resolve();

/** Reads a list and looks what it would change. Problem: `roster-unreadable` with why. */
export const lookAtList = (of: ListToRead): Promise<Outcome<ListSeen>> => inTurn({ work: "look", of });

/** What confirming a list would do. */
export const planOfList = (of: ListToPlan): Promise<Outcome<RosterPlan>> => inTurn({ work: "plan", of });

function inTurn<T>(given: BesideWork): Promise<Outcome<T>> {
  const mine = before.then(() => workBeside<T>(given));
  before = mine.catch(() => undefined);
  return mine;
}

async function workBeside<T>(given: BesideWork): Promise<Outcome<T>> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome<T>>();
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const tooLarge = (): void => resolve(no("roster-unreadable", "too-large"));
  const timer = setTimeout(tooLarge, longestMs);
  worker.once("message", resolve);
  worker.once("error", (error: Error & { readonly code?: string }) =>
    error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge() : reject(error),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
