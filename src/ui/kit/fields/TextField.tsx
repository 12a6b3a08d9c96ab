/** One line of words. */
import type { ReactNode } from "react";
import { Input, TextField as AriaTextField, type TextFieldProps as AriaProps } from "react-aria-components";
import { FieldHead, type FieldWords } from "./field-parts.tsx";

type Passed =
  | "value"
  | "defaultValue"
  | "onChange"
  | "onBlur"
  | "type"
  | "name"
  | "autoComplete"
  | "inputMode"
  | "isRequired"
  | "isReadOnly"
  | "isDisabled"
  | "maxLength"
  | "autoFocus"
  | "id";

type TextFieldProps = FieldWords &
  Pick<AriaProps, Passed> & {
    readonly placeholder?: string;
    /** A button inside the field's end, such as "Show". */
    readonly inside?: ReactNode;
    readonly small?: boolean;
  };

/** A labelled line. Every change is given at once: the caller stores it, there is no save button. */
export function TextField({
  label,
  hint,
  error,
  isLabelHidden,
  placeholder,
  inside,
  small = false,
  ...field
}: TextFieldProps) {
  const input = (
    <Input className={small ? "input sm" : "input"} {...(placeholder === undefined ? {} : { placeholder })} />
  );
  return (
    <AriaTextField {...field} className="field" isInvalid={error !== undefined} validationBehavior="aria">
      <FieldHead label={label} hint={hint} error={error} {...(isLabelHidden ? { isLabelHidden } : {})} />
      {inside === undefined ? (
        input
      ) : (
        <div className="with">
          {input}
          {inside}
        </div>
      )}
    </AriaTextField>
  );
}
