/** One line of words. */
import type { ReactNode } from "react";
import { Input } from "react-aria-components";
import {
  directionOf,
  LabelledField,
  type FieldWords,
  type Typed,
  type TypedOnOneLine,
} from "./field-parts.tsx";

type TextFieldProps = FieldWords &
  Typed &
  TypedOnOneLine & {
    readonly placeholder?: string;
    /** A button inside the field's end, such as "Show". */
    readonly inside?: ReactNode;
    readonly small?: boolean;
    /** For names, codes and passwords: no keyboard mends it, and no checker of spelling is sent it. */
    readonly exactly?: "as-typed" | "capitals";
  };

const unmended = { autoCorrect: "off", spellCheck: false } as const;
const capitals = { "as-typed": "none", capitals: "characters" } as const;

/** A labelled line. Every change is given at once: the caller stores it, there is no save button. */
export function TextField({ placeholder, inside, small = false, exactly, ...field }: TextFieldProps) {
  const input = (
    <Input
      className={small ? "input sm" : "input"}
      {...directionOf(field.value)}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(exactly === undefined ? {} : { ...unmended, autoCapitalize: capitals[exactly] })}
    />
  );
  return (
    <LabelledField {...field}>
      {inside === undefined ? (
        input
      ) : (
        <div className="with">
          {input}
          {inside}
        </div>
      )}
    </LabelledField>
  );
}
