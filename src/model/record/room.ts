/**
 * How much may be typed into a record, so that nothing that was accepted can grow too large to send.
 * What is typed stops far below what the server takes: sixteen devices that fill one record without
 * knowledge of each other still merge into one that is sent. Only putting words in is ever stopped;
 * taking them out, choosing and removing never are. Source: RULES M14.
 */
import { changedSpan } from "./span.ts";
import type { KindDefinition } from "./kind.ts";
import type { Draft, Edit } from "./record.ts";
import type { Fields, Lists } from "./schema.ts";

/** The size of a state from which no more words go into it, in bytes. */
export const typedRecordBytes = 262_144;
/** The most characters typed into one field of a kind that does not go on in another record. */
export const typedFieldLength = 20_000;

/** What an operation costs beside its words: ids, names, marks of what was taken out. */
const operationBytes = 64;
const choiceBytes = 160;

/** What an edit would write. */
export interface Weight {
  /** At most so many bytes. */
  readonly bytes: number;
  /** True when words are put in, not only taken out or chosen. */
  readonly isTyped: boolean;
  /** The longest that a field becomes which grows, in characters; 0 when none does. */
  readonly longest: number;
}

/** The bytes these words take in a state. */
export function bytesOfWords(words: string): number {
  let bytes = 0;
  for (let at = 0; at < words.length; at += 1) bytes += bytesAt(words, at);
  return bytes;
}

/** The bytes of one half or whole character: the two halves of a pair take two each. */
export function bytesAt(words: string, at: number): number {
  const code = words.charCodeAt(at);
  if (code < 0x80) return 1;
  return code < 0x8_00 || (code >= 0xd8_00 && code < 0xe0_00) ? 2 : 3;
}

/** Weighs an edit without making it; `wordsAt` is what the text of a path says now. */
export function weightOf<F extends Fields, L extends Lists>(
  edit: Edit<F, L>,
  wordsAt: (path: string) => string,
): Weight {
  let bytes = 0;
  let isTyped = false;
  let longest = 0;
  const typedSoFar = new Map<string, string>();
  const set = (_name: string, value: unknown): void => {
    bytes += choiceBytes + bytesOfWords(JSON.stringify(value) ?? "");
  };
  const type = (prefix: string) => (name: string, typed: string) => {
    const path = prefix + name;
    const before = typedSoFar.get(path) ?? wordsAt(path);
    const words = typed.toWellFormed();
    if (before === words) return;
    typedSoFar.set(path, words);
    const { inserted } = changedSpan(before, words);
    bytes += operationBytes + path.length + bytesOfWords(inserted);
    isTyped ||= inserted !== "";
    if (words.length > before.length) longest = Math.max(longest, words.length);
  };
  const choose = (): void => set("", "");
  edit({
    set,
    type: type(""),
    item: (list: string, id: string) => ({
      set,
      type: type(`${list}/${id}/`),
      place: choose,
      remove: choose,
      restore: choose,
    }),
  } as Draft<F, L>);
  return { bytes, isTyped, longest };
}

/** True when a record of this kind and size takes an edit of this weight. */
export function takes(
  { goesOn = false }: Pick<KindDefinition<Fields, Lists>, "goesOn">,
  sizeBytes: number,
  { bytes, isTyped, longest }: Weight,
): boolean {
  if (!isTyped) return true;
  return sizeBytes + bytes <= typedRecordBytes && (goesOn || longest <= typedFieldLength);
}
