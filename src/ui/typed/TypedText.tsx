/** A place to write in that gives on each keystroke at once, and keeps the caret when others write in it too. */
import type { ComponentProps } from "react";
import { TextArea } from "#ui/kit/fields/TextArea.tsx";
import { useKeptCaret } from "./use-kept-caret.ts";

export type TypedTextProps = Pick<
  ComponentProps<typeof TextArea>,
  "label" | "hint" | "isLabelHidden" | "placeholder" | "rows" | "autoFocus" | "isReadOnly" | "id"
> & {
  /** What it shows now. */
  readonly words: string;
  /** Called with the whole text after each keystroke. */
  readonly onType: (words: string) => void;
};

/** A labelled text area over words that live in a record. */
export function TypedText({ words, onType, ...area }: TypedTextProps) {
  const { frame, noteCaret, noteTyped } = useKeptCaret(words);
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
