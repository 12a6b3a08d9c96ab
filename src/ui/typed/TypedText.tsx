/** A place to write in that gives on each keystroke at once, and keeps the caret when others write in it too. */
import { useEffect } from "react";
import type { ComponentProps } from "react";
import { TextArea } from "#ui/kit/fields/TextArea.tsx";
import { useKeptCaret } from "./use-kept-caret.ts";
import { useOwnUndo } from "./use-own-undo.ts";
import type { History } from "./use-own-undo.ts";

export type TypedTextProps = Pick<
  ComponentProps<typeof TextArea>,
  "label" | "hint" | "isLabelHidden" | "placeholder" | "rows" | "isReadOnly" | "id"
> & {
  /** What it shows now. */
  readonly words: string;
  /** Called with the whole text after each keystroke. */
  readonly onType: (words: string) => void;
  /** True where writing is all the page is for: the keyboard is up when it opens. */
  readonly startsHere?: boolean;
  /** The editor whose words these are: undo goes to it. */
  readonly history?: History | undefined;
};

/** A labelled text area over words that live in a record. */
export function TypedText({ words, onType, startsHere = false, history, ...area }: TypedTextProps) {
  const { frame, noteCaret, noteTyped } = useKeptCaret(words);
  useOwnUndo(frame, history);
  useEffect(() => {
    if (startsHere) frame.current?.querySelector("textarea")?.focus();
  }, [frame, startsHere]);
  const type = (text: string): void => {
    noteTyped(text);
    onType(text);
  };
  return (
    <div ref={frame} onSelect={noteCaret}>
      <TextArea {...area} value={words} onChange={type} />
    </div>
  );
}
