/** Several lines of words; grows while they are written. */
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from "react-aria-components";
import { FieldHead, type FieldWords } from "./field-parts.tsx";
import { useGrowing } from "./use-growing.ts";

type Passed =
  | "value"
  | "defaultValue"
  | "onChange"
  | "onBlur"
  | "name"
  | "isRequired"
  | "isReadOnly"
  | "isDisabled"
  | "maxLength"
  | "autoFocus"
  | "id";

type TextAreaProps = FieldWords &
  Pick<AriaProps, Passed> & { readonly placeholder?: string; readonly rows?: number };

/** A labelled place for sentences. Every change is given at once. */
export function TextArea({
  label,
  hint,
  error,
  isLabelHidden,
  placeholder,
  rows = 3,
  ...field
}: TextAreaProps) {
  const area = useGrowing();
  return (
    <AriaTextField {...field} className="field" isInvalid={error !== undefined} validationBehavior="aria">
      <FieldHead label={label} hint={hint} error={error} {...(isLabelHidden ? { isLabelHidden } : {})} />
      <AriaTextArea
        ref={area}
        rows={rows}
        className="input grows"
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </AriaTextField>
  );
}
