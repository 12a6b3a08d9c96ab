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

/** Words that have no record yet: they wait for the store to be open, or for room in another record. */
const waiting = new Set<Flushable>();
const listeners = new Set<() => void>();

const tell = (): void => listeners.forEach((listener) => listener());

/** Counts words as not kept, beside being open, until the returned function is called. */
export function addWaitingWords(words: Flushable): () => void {
  const forget = addOpenEditor(words);
  waiting.add(words);
  tell();
  return () => {
    forget();
    if (waiting.delete(words)) tell();
  };
}

/** Lets go of what waits for records of somebody who does not use this tab any more: it can be kept nowhere. */
export function forgetWaitingWords(): void {
  for (const words of waiting) open.delete(words);
  waiting.clear();
  tell();
}

/** True while words wait that have no record yet. */
export const haveWaitingWords = (): boolean => waiting.size > 0;

/** Calls when that may have changed. */
export function watchWaitingWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
