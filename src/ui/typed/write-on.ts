/**
 * Words for which one record has no room go on in others of the same kind, each durable before the
 * next is begun. What moves out of a record is in another before it is taken out of this one, so that
 * at no moment it is in neither.
 */
import type { Id, KindName } from "#model/id.ts";
import type { FieldsOf, ListsOf, Value } from "#model/kinds.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { pieceBytes, piecesOf } from "#model/pieces.ts";
import type { Draft } from "#model/record/record.ts";
import { bytesOfWords, typedRecordBytes } from "#model/record/room.ts";
import { changedSpan } from "#model/record/span.ts";
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

/** Writes them down, the beginning in the open record. Problems: those of creating. */
export async function writeOn<K extends KindName>(
  records: Records,
  editor: Editor<K>,
  on: WritingOn<K>,
): Promise<Outcome<WrittenOn<K>>> {
  const { before, follows, head, rest } = cut(editor, on);
  if (follows) {
    editor.change(typing(on.name, head));
    const added = await goOnIn(records, editor, { on, pieces: rest });
    return added.ok ? yes({ parts: added.value, last: added.value.at(-1) ?? editor.id }) : added;
  }
  const moved = await goOnIn(records, editor, { on, pieces: rest });
  if (!moved.ok) return moved;
  const { start, end } = changedSpan(before, head);
  editor.change(typing(on.name, before.slice(0, start) + before.slice(end)));
  const emptied = await editor.flush();
  if (!emptied.ok) return emptied;
  editor.change(typing(on.name, head));
  return yes({ parts: moved.value, last: editor.id });
}

async function goOnIn<K extends KindName>(
  records: Records,
  editor: Editor<K>,
  { on, pieces }: { readonly on: WritingOn<K>; readonly pieces: readonly string[] },
): Promise<Outcome<readonly Id<K>[]>> {
  const ids: Id<K>[] = [];
  for (const piece of pieces) {
    const edit = together<K>([on.next(ids.at(-1) ?? editor.id, editor.value()), typing(on.name, piece)]);
    const created = await records.create(on.kind, on.about, edit);
    if (!created.ok) return created;
    ids.push(created.value.id);
  }
  const flushed = await editor.flush();
  return flushed.ok ? yes(ids) : flushed;
}
