/** The editors open in this tab: one a record, shared by everybody who opens it. */
import { kindOfId } from "#model/id.ts";
import type { Id, KindName } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { RecordEditor } from "./editor.ts";
import type { About, Editor, EditOf, Unwatch } from "#store/store.ts";
import type { Watching } from "#store/database/watching.ts";
import { newEnvelope } from "./writing.ts";
import type { WritingGround } from "./writing.ts";

/** Opens editors, and finds those that are open. */
export interface Editors {
  open<K extends KindName>(id: Id<K>, about?: About<K>): Promise<Editor<K>>;
  /** Makes a change in the editor that has the record open; undefined when none has. */
  changeIfOpen<K extends KindName>(id: Id<K>, edit: EditOf<K>): Promise<Outcome<true> | undefined>;
  /** Tries to make everything typed durable. */
  flush(): Promise<void>;
}

/** The editors over a storage; none is open yet. */
export function openEditors(ground: WritingGround, watching: Watching): Editors {
  const openById = new Map<Id, Promise<Pick<Editor<KindName>, "flush">>>();

  const begin = async <K extends KindName>(
    id: Id<K>,
    about: About<K> | undefined,
  ): Promise<RecordEditor<K>> => {
    const kind = kindOfId(id) as K | undefined;
    if (!kind) throw new Error(`no kind has such an id: ${id}`);
    const row = (await ground.storage.read([id])).get(id);
    const envelope = about && newEnvelope(ground, { id, kind, about });
    let unwatch: Unwatch = () => undefined;
    const editor = new RecordEditor<K>(ground, { id, kind, row, envelope }, () => {
      openById.delete(id);
      unwatch();
    });
    unwatch = watching.row(id, (stored) => (stored ? editor.takeIn(stored) : editor.takeOut()));
    return editor;
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
    async changeIfOpen(id, edit) {
      const editor = await openNow(id);
      if (!editor?.use()) return undefined;
      const flushed = editor.change(edit) ? await editor.flush() : no("record-too-large");
      await editor.close();
      return flushed;
    },
    async flush() {
      await Promise.all([...openById.values()].map(async (editor) => (await editor).flush()));
    },
  };
}
