/** A place to write in that gives on each keystroke at once, and keeps the caret when others write in it too. */
import { useEffect } from "react";
import type { ComponentProps } from "react";
import { TextArea } from "#ui/kit/fields/TextArea.tsx";
import { useTyping } from "./use-typing.ts";
import type { TypedWords } from "./use-typing.ts";

export type TypedTextProps = Pick<
  ComponentProps<typeof TextArea>,
  "label" | "hint" | "isLabelHidden" | "placeholder" | "rows" | "isReadOnly" | "id"
> &
  TypedWords & {
    /** True where writing is all the page is for: the keyboard is up when it opens, behind what is there. */
    readonly startsHere?: boolean;
  };

/** A labelled text area over words that live in a record. */
export function TypedText({ words, onType, startsHere = false, history, ...area }: TypedTextProps) {
  const { frame, noteCaret, field } = useTyping({ words, onType, history });
  useEffect(() => {
    const element = startsHere && frame.current?.querySelector("textarea");
    if (!element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [frame, startsHere]);
  return (
    <div ref={frame} onSelect={noteCaret}>
      <TextArea {...area} {...field} />
    </div>
  );
}
