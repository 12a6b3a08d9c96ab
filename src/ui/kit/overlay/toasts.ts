/** Short news of what was just done, with the way back. The queue outlives the screen that spoke. */
import { announce } from "./announcer.ts";
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";

/** What a toast says, and how to take back what was done. */
export type ToastWords = {
  readonly words: string;
  readonly undo?: { readonly label: string; readonly onUndo: () => void };
};

/** Long enough to read twelve words twice and to reach for Undo; pausing on it stops the clock. */
const SHOWN_MS = 10_000;

/** The one queue; `ToastRegion` shows it. Newest stands nearest the thumb. */
export const toasts = new ToastQueue<ToastWords>({ maxVisibleToasts: 2 });

/** Shows a toast and reads it out politely; without an undo it goes after ten seconds, with one it stays twice as long. */
export function showToast(toast: ToastWords): void {
  announce(toast.words);
  toasts.add(toast, { timeout: toast.undo ? 2 * SHOWN_MS : SHOWN_MS });
}
