/** Questions that do not depend on each other: a database that is reached over a network is asked them all before its first answer. */

/**
 * What all of them answer, once none is under way any more: so that nothing is done after the transaction was taken back for
 * the one that failed. Throws what the first in the list threw.
 */
export async function together<const T extends readonly unknown[]>(
  tasks: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}
