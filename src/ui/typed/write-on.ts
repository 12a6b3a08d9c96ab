/**
 * Words for which one record has no room go on in others of the same kind, which are written at once
 * or, where the disk has no room, not at all. What moves out of a record is in another before it is
 * taken out of this one, so that at no moment it is in neither.
 */
import type { Id, KindName } from "#model/id.ts";
import type { FieldsOf, ListsOf, Value } from "#model/kinds.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { pieceBytes, piecesOf } from "#model/pieces.ts";
import type { Draft } from "#model/record/record.ts";
import { bytesOfWords, typedRecordBytes } from "#model/record/room.ts";
import { changedSpan } from "#model/record/span.ts";
import { isPassing } from "#store/storage-failure.ts";
import type { About, Editor, EditOf, Records } from "#store/store.ts";

/** Sets one text of a draft, of whatever kind. */
export const typing =
  <K extends KindName>(name: string, words: string): EditOf<K> =>
  (draft: { type(name: string, words: string): void }) =>
    draft.type(name, words);

/** Several edits as one. */
export const together =
  <K extends KindName>(edits: readonly EditOf<K>[]): EditOf<K> =>
  (draft: Draft<FieldsOf<K>, ListsOf<K>>) =>
    edits.forEach((edit) => edit(draft));

/** What goes on, and where. */
export interface WritingOn<K extends KindName> {
  readonly kind: K;
  readonly about: About<K>;
  /** The text that has no room, and all it is to say. */
  readonly name: string;
  readonly words: string;
  /** What a record says from its beginning that goes on from another, beside its words. */
  readonly next: (after: Id<K>, value: Value<K>) => EditOf<K>;
}

const wordsAt = <K extends KindName>(editor: Editor<K>, name: string): string => {
  const words = (editor.value() as Readonly<Record<string, unknown>>)[name];
  return typeof words === "string" ? words : "";
};

/** The text as far as the open record takes it, and the rest in pieces; words that only follow move nothing. */
function cut<K extends KindName>(editor: Editor<K>, { name, words }: WritingOn<K>) {
  const before = wordsAt(editor, name);
  const besides = typedRecordBytes - editor.roomBytes() - bytesOfWords(before);
  const follows = words.startsWith(before);
  const stays = follows ? before : "";
  const sizes = {
    firstBytes: Math.max(0, pieceBytes - besides - bytesOfWords(stays)),
    eachBytes: pieceBytes,
  };
  const [first = "", ...rest] = piecesOf(words.slice(stays.length), sizes);
  return { before, follows, head: stays + first, rest };
}

/** What words went on in. */
export interface WrittenOn<K extends KindName> {
  /** In order; the open record says the beginning. */
  readonly parts: readonly Id<K>[];
  /** Where the words end that were put in. */
  readonly last: Id<K>;
}

/**
 * Writes them down, the beginning in the open record. Problems: those of creating. While it was a passing one, nothing was
 * written at all.
 */
export async function writeOn<K extends KindName>(
  records: Records,
  editor: Editor<K>,
  on: WritingOn<K>,
): Promise<Outcome<WrittenOn<K>>> {
  const { before, follows, head, rest } = cut(editor, on);
  const went = await goOnIn(records, editor, { on, pieces: rest });
  if (!went.ok) return went;
  const parts = went.value;
  if (follows) {
    editor.change(typing(on.name, head));
    await editor.flush();
    return yes({ parts, last: parts.at(-1) ?? editor.id });
  }
  const { start, end } = changedSpan(before, head);
  editor.change(typing(on.name, before.slice(0, start) + before.slice(end)));
  const emptied = await durable(editor);
  if (!emptied.ok) return emptied;
  editor.change(typing(on.name, head));
  return yes({ parts, last: editor.id });
}

/** The pieces in records of their own: all of them or none. */
async function goOnIn<K extends KindName>(
  records: Records,
  editor: Editor<K>,
  { on, pieces }: { readonly on: WritingOn<K>; readonly pieces: readonly string[] },
): Promise<Outcome<readonly Id<K>[]>> {
  const begun = await editor.flush();
  if (!begun.ok) return begun;
  const edits = pieces.map(
    (piece) =>
      (before: Id<K> | undefined): EditOf<K> =>
        together<K>([on.next(before ?? editor.id, editor.value()), typing(on.name, piece)]),
  );
  return records.createAll(on.kind, on.about, edits);
}

/** Resolves when everything changed so far is durable, however long the disk has no room. */
async function durable<K extends KindName>(editor: Editor<K>): Promise<Outcome<true>> {
  for (;;) {
    const flushed = await editor.flush();
    if (flushed.ok || !isPassing(flushed.problem)) return flushed;
    // The editor tries again by itself, and tells how that went.
    await new Promise<void>((resolve) => {
      const stop = editor.watch(() => {
        stop();
        resolve();
      });
    });
  }
}
