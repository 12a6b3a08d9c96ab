/** Long lists in parts that one statement can take. */

/** Rows or values to a statement: below what SQLite and PostgreSQL allow with the widest table. */
const partSize = 500;

/** A list in parts of at most 500, none of them empty. */
export function inParts<T>(list: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let start = 0; start < list.length; start += partSize) parts.push(list.slice(start, start + partSize));
  return parts;
}

/** What a question answers to each part of a list, together. */
export async function gather<T, R>(
  list: readonly T[],
  ask: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (const part of inParts(list)) found.push(...(await ask(part)));
  return found;
}
