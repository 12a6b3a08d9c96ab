/**
 * Typing into a field over words that live in a record: the caret stays when others write in it too, undo
 * is of one's own words, and letters for which there is no room are not taken, which is said at once.
 */
import { useState } from "react";
import { flushSync } from "react-dom";
import { announce } from "#ui/kit/overlay/announcer.ts";
import { typed } from "#ui/words/typed.ts";
import { useKeptCaret } from "./use-kept-caret.ts";
import { useOwnUndo } from "./use-own-undo.ts";
import type { History } from "./use-own-undo.ts";

/** Words in a record, and how to change them. */
export interface TypedWords {
  /** What it shows now. */
  readonly words: string;
  /** Called with the whole text after each keystroke; false when there is no room for it. */
  readonly onType: (words: string) => boolean;
  /** The editor whose words these are: undo goes to it. */
  readonly history: History | undefined;
}

/** What the field's frame and the field itself need. */
export function useTyping({ words, onType, history }: TypedWords) {
  const { frame, noteCaret, noteTyped, takeBack } = useKeptCaret(words);
  const [isFull, setFull] = useState(false);
  useOwnUndo(frame, history);
  const type = (text: string): void => {
    const isTaken = onType(text);
    if (isTaken) noteTyped(text);
    // At once, so that nothing draws over the caret that is put back.
    else flushSync(() => setFull(true));
    if (isTaken) return setFull(false);
    takeBack();
    return announce(typed.full);
  };
  return {
    frame,
    noteCaret,
    field: { value: words, onChange: type, error: isFull ? typed.full : undefined },
  };
}
