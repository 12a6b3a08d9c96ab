/** Keeps the caret where its writer left it when words arrive from elsewhere in the same text. */

/** Where a caret stands after a text changed around it: before what changed it stays, behind it moves along. */
export function caretAfter(before: string, after: string, caret: number): number {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  if (caret <= start) return caret;
  const fromEnd = before.length - caret;
  return Math.max(start, after.length - fromEnd);
}
