/** The editors open in this tab: one a record, shared by everybody who opens it. */
import { createId, kindOfId } from "#model/id.ts";
import type { Id, KindName } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { no } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { createState } from "#model/record/record.ts";
import { RecordEditor } from "./editor.ts";
import type { Opening } from "./editor.ts";
import type { About, Editor, EditOf, Unsaved, Unwatch } from "#store/store.ts";
import type { Watching } from "#store/database/watching.ts";
import { createUnsaved } from "./unsaved.ts";
import { newEnvelope } from "./writing.ts";
import type { WritingGround } from "./writing.ts";

/** Opens editors, and finds those that are open. */
export interface Editors {
  open<K extends KindName>(id: Id<K>, about?: About<K>): Promise<Editor<K>>;
  begin<K extends KindName>(kind: K, about: About<K>, beginning?: EditOf<K>): Editor<K>;
  /** Makes a change in the editor that has the record open; undefined when none has. */
  changeIfOpen<K extends KindName>(id: Id<K>, edit: EditOf<K>): Promise<Outcome<true> | undefined>;
  /** Tries to make everything typed durable. */
  flush(): Promise<void>;
  readonly unsaved: Unsaved;
  /** What was stored is gone from this device without anybody having asked for that. */
  unsettle(): void;
}

/** The editors over a storage; none is open yet. */
export function openEditors(ground: WritingGround, watching: Watching): Editors {
  const openById = new Map<Id, Promise<Flushed>>();
  const unsaved = createUnsaved();
  const all = new Set<{ unsettle(): void }>();

  const openOver = <K extends KindName>(opening: Opening<K>): RecordEditor<K> => {
    let unwatch: Unwatch = () => undefined;
    const editor = new RecordEditor<K>(ground, opening, {
      onGone: () => {
        all.delete(editor);
        openById.delete(opening.id);
        unwatch();
      },
      onUnsaved: (isUnsaved) => unsaved.note(editor, isUnsaved),
    });
    all.add(editor);
    unwatch = watching.row(opening.id, (row) => (row ? editor.takeIn(row) : editor.takeOut()));
    return editor;
  };
  const begin = async <K extends KindName>(
    id: Id<K>,
    about: About<K> | undefined,
  ): Promise<RecordEditor<K>> => {
    const kind = kindOfId(id) as K | undefined;
    if (!kind) throw new Error(`no kind has such an id: ${id}`);
    const row = (await ground.storage.read([id])).get(id);
    const envelope = about && newEnvelope(ground, { id, kind, about });
    return openOver({ id, kind, row, envelope });
  };

  const openNow = <K extends KindName>(id: Id<K>): Promise<RecordEditor<K>> | undefined =>
    openById.get(id) as Promise<RecordEditor<K>> | undefined;

  return {
    async open(id, about) {
      for (;;) {
        const opening = openNow(id) ?? begin(id, about);
        openById.set(id, opening);
        opening.catch(() => openById.delete(id));
        const editor = await opening;
        if (editor.use()) return editor;
      }
    },
    begin(kind, about, beginning) {
      const editor = openOver(newOpening(ground, { kind, about, beginning }));
      openById.set(editor.id, Promise.resolve(editor));
      editor.use();
      return editor;
    },
    async changeIfOpen(id, edit) {
      const editor = await openNow(id);
      if (!editor?.use()) return undefined;
      const flushed = editor.change(edit) ? await editor.flush() : no("record-too-large");
      await editor.close();
      return flushed;
    },
    flush: () => flushAll(openById.values()),
    unsaved,
    unsettle: () => all.forEach((editor) => editor.unsettle()),
  };
}

type Flushed = Pick<Editor<KindName>, "flush">;

/** What could not be opened holds nothing, and keeps none of the others from being kept. */
async function flushAll(openings: Iterable<Promise<Flushed>>): Promise<void> {
  const opened = await Promise.allSettled(openings);
  await Promise.all(opened.flatMap((each) => (each.status === "fulfilled" ? each.value.flush() : [])));
}

interface Begun<K extends KindName> {
  readonly kind: K;
  readonly about: About<K>;
  readonly beginning: EditOf<K> | undefined;
}

/** The opening of a record that is not there yet, under an id of its own. */
function newOpening<K extends KindName>(
  ground: WritingGround,
  { kind, about, beginning }: Begun<K>,
): Opening<K> {
  const { person, surroundings } = ground;
  const { now, random } = surroundings;
  const id = createId(kind, now(), random);
  const state = beginning && createState(kindOf(kind), beginning, { person, random });
  const envelope = newEnvelope(ground, { id, kind, about });
  return { id, kind, row: undefined, envelope, ...(state && { beginning: state }) };
}
