/** Tells a disk that failed from a bug: whatever a storage rejects with is wrapped as it comes in. */
import { yes } from "#model/outcome.ts";
import type { Outcome, Problem, ProblemCode } from "#model/outcome.ts";
import type { RowStorage } from "./ports.ts";
import { rowsThrough } from "#store/replicate/rows-through.ts";

const failures = new WeakSet<Error>();
const clearings = new WeakSet<Error>();

/** A failure of the storage underneath; its cause is what the browser said. */
function storageFailure(cause: unknown, isCleared: boolean): Error {
  const failure = new Error("storage failed", { cause });
  failures.add(failure);
  if (isCleared) clearings.add(failure);
  return failure;
}

/** True for what {@link watchedStorage} rejects with. */
export const isStorageFailure = (error: unknown): error is Error =>
  error instanceof Error && failures.has(error);

/**
 * The problem behind a failure: `storage-cleared` where nothing is kept here any more, `storage-full` when the browser says
 * so anywhere among its causes, else `storage-failed`.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Error && clearings.has(error)) return { code: "storage-cleared" };
  return { code: saysFull(error) ? "storage-full" : "storage-failed" };
}

const passing: ReadonlySet<ProblemCode> = new Set(["storage-full", "storage-failed", "storage-cleared"]);

/** True for problems of the disk, which say nothing against the words: they are held, and tried again. */
export const isPassing = ({ code }: Problem): boolean => passing.has(code);

/** Dexie keeps what the browser said in `inner`, and of many writes in `failures`. */
function saysFull(error: unknown, seen = new Set<unknown>()): boolean {
  if (!(error instanceof Error) || seen.has(error)) return false;
  if (error.name === "QuotaExceededError") return true;
  seen.add(error);
  const many: unknown = Reflect.get(error, "failures");
  const causes: unknown[] = [error.cause, Reflect.get(error, "inner")];
  if (Array.isArray(many)) causes.push(...(many as unknown[]));
  return causes.some((cause) => saysFull(cause, seen));
}

/** What a call to a watched storage gives, or the problem it failed with. Rejects only for bugs. */
export async function attempted<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return yes(await call());
  } catch (error) {
    if (isStorageFailure(error)) return { ok: false, problem: problemOf(error) };
    throw error;
  }
}

/** The same storage, whose rejections can be told from bugs; `isCleared` once the browser has cleared what it kept. */
export const watchedStorage = (storage: RowStorage, isCleared = (): boolean => false): RowStorage =>
  rowsThrough(async (call) => {
    try {
      return await call();
    } catch (error) {
      // Who watches what is watched already adds nothing.
      throw isStorageFailure(error) ? error : storageFailure(error, isCleared());
    }
  }, storage);
