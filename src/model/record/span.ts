/** What differs between a text and what it became: one stretch taken out, one put in, whole characters both. */

/** `start` to `end` of the text before was replaced by `inserted`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

const splitsPair = (words: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(words.charAt(at)) && /[\uD800-\uDBFF]/.test(words.charAt(at - 1));

/** The smallest such stretch; empty on both sides when nothing differs. */
export function changedSpan(before: string, words: string): Span {
  let start = 0;
  while (start < before.length && start < words.length && before[start] === words[start]) start += 1;
  if (splitsPair(before, start) || splitsPair(words, start)) start -= 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < words.length - start &&
    before.at(-1 - end) === words.at(-1 - end)
  )
    end += 1;
  if (splitsPair(before, before.length - end) || splitsPair(words, words.length - end)) end -= 1;
  return { start, end: before.length - end, inserted: words.slice(start, words.length - end) };
}
