/** What is read out politely to screen readers without moving their focus: "Saved", "3 learners found". */
import { create } from "zustand";

type Spoken = { readonly words: string; readonly turn: number };

/** The last words and which turn they were, so that equal words are read again. */
export const useSpoken = create<Spoken>(() => ({ words: "", turn: 0 }));

/** Reads `words` out when the screen reader is next free. Needs one `<Announcer />` on the page. */
export function announce(words: string): void {
  useSpoken.setState(({ turn }) => ({ words, turn: turn + 1 }));
}
