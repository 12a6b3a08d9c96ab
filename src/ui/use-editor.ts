/** A record opened for typing: each keystroke goes to the store's editor at once, and `saving` says how far it came. */
import { useEffect, useState } from "react";
import type { Id, KindName } from "#model/id.ts";
import type { Value } from "#model/kinds.ts";
import type { Problem } from "#model/outcome.ts";
import { attempted } from "#store/storage-failure.ts";
import type { About, Editor, Saving } from "#store/store.ts";
import { createLive, never } from "./live.ts";
import type { Live } from "./live.ts";
import { addOpenEditor } from "./open-editors.ts";
import { useStore } from "./store-context.tsx";
import { useLive } from "./use-record.ts";

/** An editor, with what it holds now. */
export interface OpenEditor<K extends KindName> extends Pick<
  Editor<K>,
  "id" | "change" | "undo" | "redo" | "flush"
> {
  readonly value: Value<K>;
  readonly saving: Saving;
  /** How many bytes of words still fit. */
  readonly roomBytes: number;
}

const snapshotOf = <K extends KindName>(editor: Editor<K>): OpenEditor<K> => ({
  id: editor.id,
  change: (edit) => editor.change(edit),
  undo: () => editor.undo(),
  redo: () => editor.redo(),
  flush: () => editor.flush(),
  value: editor.value(),
  saving: editor.saving(),
  roomBytes: editor.roomBytes(),
});

const liveEditor = <K extends KindName>(editor: Editor<K>): Live<OpenEditor<K>> =>
  createLive((listener) => {
    listener(snapshotOf(editor));
    return editor.watch(() => listener(snapshotOf(editor)));
  });

/** What the disk does not give breaks the page, which says what is safe; what the browser has cleared is told by the shell. */
function broken({ code }: Problem): undefined {
  if (code !== "storage-cleared") throw new Error(code);
  return undefined;
}

/**
 * Opens a record for typing while the component is shown; undefined until it is open, or without an id.
 * `about` starts a record whose id is derived and which nobody has started; give the same object each time, or parts that never change.
 */
export function useEditor<K extends KindName>(
  id: Id<K> | undefined,
  about?: About<K>,
): OpenEditor<K> | undefined {
  const { records } = useStore();
  const [opened, setOpened] = useState<{ readonly id: Id<K>; readonly live: Live<OpenEditor<K>> }>();
  const { learner, org } = about ?? {};
  useEffect(() => {
    if (id === undefined) return undefined;
    const of: About<K> = { id, ...(learner ? { learner } : {}), ...(org ? { org } : {}) };
    let isGone = false;
    let letGo = (): void => undefined;
    void attempted(() => records.open(id, of)).then((opening) => {
      if (!opening.ok) {
        if (!isGone) setOpened(() => broken(opening.problem));
        return;
      }
      const editor = opening.value;
      const forget = addOpenEditor(editor);
      letGo = () => void editor.close().finally(forget);
      if (isGone) letGo();
      else setOpened({ id, live: liveEditor(editor) });
    });
    return () => {
      isGone = true;
      letGo();
    };
  }, [records, id, learner, org]);
  return useLive(opened && opened.id === id ? opened.live : never);
}
