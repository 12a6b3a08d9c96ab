/** The caret of a controlled text area, kept through changes that its writer did not type. */
import { useLayoutEffect, useRef } from "react";
import { caretAfter } from "./caret.ts";

/** What a text area inside the returned element shows; `typed` is told of each text the writer typed themselves. */
export function useKeptCaret(words: string) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(words);
  const caret = useRef(0);
  const noteCaret = (): void => {
    const area = frame.current?.querySelector("textarea");
    if (area) caret.current = area.selectionEnd;
  };
  const noteTyped = (text: string): void => {
    shown.current = text;
    noteCaret();
  };
  useLayoutEffect(() => {
    const area = frame.current?.querySelector("textarea");
    if (shown.current === words || !area) return;
    const place = caretAfter(shown.current, words, caret.current);
    shown.current = words;
    if (document.activeElement === area) area.setSelectionRange(place, place);
  }, [words]);
  return { frame, noteCaret, noteTyped };
}
