/** Short news of what was just done, with the way back. The queue outlives the screen that spoke. */
import { announce } from "./announcer.ts";
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";

/** What a toast says, and how to take back what was done. */
export type ToastWords = {
  readonly words: string;
  readonly undo?: { readonly label: string; readonly onUndo: () => void };
  /** What was changed. News of a further change take the place of these: their undo would take back both. */
  readonly about?: string;
};

/** Long enough to read twelve words twice and to reach for Undo; pausing on it stops the clock. */
const SHOWN_MS = 10_000;

/** The one queue; `ToastRegion` shows it. Newest stands nearest the thumb. */
export const toasts = new ToastQueue<ToastWords>({ maxVisibleToasts: 2 });

/** The last toast about each thing that has had one. */
const lastAbout = new Map<string, string>();

/** Shows a toast and reads it out politely; without an undo it goes after ten seconds, with one it stays twice as long. */
export function showToast(toast: ToastWords): void {
  const { words, undo, about } = toast;
  announce(words);
  const before = about === undefined ? undefined : lastAbout.get(about);
  if (before !== undefined) toasts.close(before);
  const key = toasts.add(toast, { timeout: undo ? 2 * SHOWN_MS : SHOWN_MS });
  if (about !== undefined) lastAbout.set(about, key);
}
