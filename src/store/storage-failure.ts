/** Tells a disk that failed from a bug: whatever a storage rejects with is wrapped as it comes in. */
import type { Problem } from "#model/outcome.ts";
import type { RowStorage } from "./ports.ts";

const failures = new WeakSet<Error>();

/** A failure of the storage underneath; its cause is what the browser said. */
export function storageFailure(cause: unknown): Error {
  const failure = new Error("storage failed", { cause });
  failures.add(failure);
  return failure;
}

/** True for what {@link watchedStorage} rejects with. */
export const isStorageFailure = (error: unknown): error is Error =>
  error instanceof Error && failures.has(error);

/** The problem behind a failure: `storage-full` when the browser says so anywhere in its causes, else `storage-failed`. */
export function problemOf(error: unknown): Problem {
  for (let cause = error; cause instanceof Error || cause instanceof DOMException; cause = innerOf(cause))
    if (cause.name === "QuotaExceededError") return { code: "storage-full" };
  return { code: "storage-failed" };
}

const innerOf = (error: Error): unknown =>
  "inner" in error && error.inner !== error ? error.inner : error.cause;

const watched =
  <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    try {
      return await call(...args);
    } catch (error) {
      throw storageFailure(error);
    }
  };

async function* watchedPages(storage: RowStorage): ReturnType<RowStorage["pages"]> {
  const pages = storage.pages()[Symbol.asyncIterator]();
  const next = watched(() => pages.next());
  for (let page = await next(); page.done !== true; page = await next()) yield page.value;
}

/** The same storage, whose rejections can be told from bugs. */
export const watchedStorage = (storage: RowStorage): RowStorage => ({
  read: watched((ids) => storage.read(ids)),
  rewrite: watched((ids, rewrite) => storage.rewrite(ids, rewrite)),
  unsent: watched((limit) => storage.unsent(limit)),
  pages: () => watchedPages(storage),
  readMarks: watched(() => storage.readMarks()),
  changeMarks: watched((change) => storage.changeMarks(change)),
  refused: watched(() => storage.refused()),
  putRefused: watched((refused) => storage.putRefused(refused)),
  dropRefused: watched((id) => storage.dropRefused(id)),
});
