/**
 * Every editor that is open in this tab, so that what was typed can be made durable before the tab
 * is hidden, reloaded for an update, or signed out.
 */
import type { Outcome } from "#model/outcome.ts";
import { yes } from "#model/outcome.ts";

interface Flushable {
  flush(): Promise<Outcome<true>>;
}

const open = new Set<Flushable>();

/** Counts an editor as open until the returned function is called. */
export function addOpenEditor(editor: Flushable): () => void {
  open.add(editor);
  return () => open.delete(editor);
}

/** Resolves when everything typed in this tab is durable, with the first problem if it is not. */
export async function flushOpenEditors(): Promise<Outcome<true>> {
  const outcomes = await Promise.all([...open].map((editor) => editor.flush()));
  return outcomes.find((outcome) => !outcome.ok) ?? yes(true);
}

/** Flushes whenever the tab is hidden or left. Returns the way to stop. */
export function flushWhenHidden(): () => void {
  const flush = (): void => void flushOpenEditors();
  document.addEventListener("visibilitychange", flush);
  window.addEventListener("pagehide", flush);
  return () => {
    document.removeEventListener("visibilitychange", flush);
    window.removeEventListener("pagehide", flush);
  };
}
