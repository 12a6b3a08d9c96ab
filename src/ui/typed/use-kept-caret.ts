/** The caret of a controlled field, kept through changes that its writer did not type. */
import { useLayoutEffect, useRef } from "react";
import { caretAfter } from "./caret.ts";

type Field = HTMLTextAreaElement | HTMLInputElement;

const fieldIn = (frame: HTMLElement | null): Field | null | undefined =>
  frame?.querySelector<Field>("textarea, input");

/** What a field inside the returned element shows; `typed` is told of each text the writer typed themselves. */
export function useKeptCaret(words: string) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(words);
  const caret = useRef(0);
  const noteCaret = (): void => {
    const area = fieldIn(frame.current);
    if (area) caret.current = area.selectionEnd ?? area.value.length;
  };
  const noteTyped = (text: string): void => {
    shown.current = text;
    noteCaret();
  };
  useLayoutEffect(() => {
    const area = fieldIn(frame.current);
    if (shown.current === words || !area) return;
    const place = caretAfter(shown.current, words, caret.current);
    shown.current = words;
    if (document.activeElement === area) area.setSelectionRange(place, place);
  }, [words]);
  /** Puts back what it showed, and the caret, after letters that were not taken. */
  const takeBack = (): void => {
    const area = fieldIn(frame.current);
    if (!area) return;
    area.value = shown.current;
    area.setSelectionRange(caret.current, caret.current);
  };
  return { frame, noteCaret, noteTyped, takeBack };
}
