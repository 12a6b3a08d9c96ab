/** Which editors of this tab hold something that is not durable. */
import type { Unsaved } from "#store/store.ts";

/** What can be jotted down. */
interface Unsavable {
  jot(): void;
}

/** The same, told by each editor of itself. */
export interface UnsavedHere extends Unsaved {
  note(editor: Unsavable, isUnsaved: boolean): void;
}

/** Nothing is unsaved yet. */
export function createUnsaved(): UnsavedHere {
  const editors = new Set<Unsavable>();
  const listeners = new Set<() => void>();
  return {
    note(editor, isUnsaved) {
      const wasAny = editors.size > 0;
      if (isUnsaved) editors.add(editor);
      else editors.delete(editor);
      if (editors.size > 0 !== wasAny) for (const listener of listeners) listener();
    },
    isAny: () => editors.size > 0,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    jot: () => editors.forEach((editor) => editor.jot()),
  };
}
