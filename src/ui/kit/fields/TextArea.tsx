/** Several lines of words; grows while they are written. */
import { TextArea as AriaTextArea } from "react-aria-components";
import { directionOf, LabelledField, type FieldWords, type Typed } from "./field-parts.tsx";
import { useGrowing } from "./use-growing.ts";

type TextAreaProps = FieldWords & Typed & { readonly placeholder?: string; readonly rows?: number };

/** A labelled place for sentences. Every change is given at once. */
export function TextArea({ placeholder, rows = 3, ...field }: TextAreaProps) {
  const area = useGrowing();
  return (
    <LabelledField {...field}>
      <AriaTextArea
        ref={area}
        rows={rows}
        className="input grows"
        {...directionOf(field.value)}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </LabelledField>
  );
}
