/** One line to write in: as `TypedText`, for short things such as a step. */
import type { ComponentProps } from "react";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { useTyping } from "./use-typing.ts";
import type { TypedWords } from "./use-typing.ts";
import "./typed.css";

export type TypedLineProps = Pick<ComponentProps<typeof TextField>, "label" | "isLabelHidden"> & TypedWords;

/** A labelled line over words that live in a record. */
export function TypedLine({ words, onType, history, ...line }: TypedLineProps) {
  const { frame, noteCaret, field } = useTyping({ words, onType, history });
  return (
    <div ref={frame} onSelect={noteCaret} className="typed-line">
      <TextField {...line} {...field} />
    </div>
  );
}
