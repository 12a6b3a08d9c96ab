/** Tells a disk that failed from a bug: whatever a storage rejects with is wrapped as it comes in. */
import { yes } from "#model/outcome.ts";
import type { Outcome, Problem, ProblemCode } from "#model/outcome.ts";
import type { RowStorage } from "./ports.ts";
import { rowsThrough } from "#store/replicate/rows-through.ts";

const failures = new WeakSet<Error>();

/** A failure of the storage underneath; its cause is what the browser said. */
function storageFailure(cause: unknown): Error {
  const failure = new Error("storage failed", { cause });
  failures.add(failure);
  return failure;
}

/** True for what {@link watchedStorage} rejects with. */
export const isStorageFailure = (error: unknown): error is Error =>
  error instanceof Error && failures.has(error);

/** The problem behind a failure: `storage-full` when the browser says so anywhere among its causes, else `storage-failed`. */
export const problemOf = (error: unknown): Problem => ({
  code: saysFull(error) ? "storage-full" : "storage-failed",
});

const passing: ReadonlySet<ProblemCode> = new Set(["storage-full", "storage-failed"]);

/** True for problems that trying again may cure. */
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

/** The same storage, whose rejections can be told from bugs. */
export const watchedStorage = (storage: RowStorage): RowStorage =>
  rowsThrough(async (call) => {
    try {
      return await call();
    } catch (error) {
      throw storageFailure(error);
    }
  }, storage);
