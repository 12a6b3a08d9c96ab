/** Questions that do not depend on each other: a database that is reached over a network is asked them all before its first answer. */

/** Thrown for what failed only because something before it had failed in the same transaction. */
export class Aftermath extends Error {}

/**
 * What all of them answer, once none is under way any more: so that nothing is done after the transaction was taken back for
 * the one that failed. Throws what the first in the list threw, but rather a cause than its aftermath.
 */
export async function together<const T extends readonly unknown[]>(
  tasks: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(tasks);
  const cause = settled.findIndex((one) => one.status === "rejected" && !(one.reason instanceof Aftermath));
  if (cause >= 0) await tasks[cause];
  return Promise.all(tasks);
}
