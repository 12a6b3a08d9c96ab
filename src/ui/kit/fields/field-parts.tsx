/** What places for words have in common: a name, a hint and what is wrong, in this order, before the place to type. */
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import {
  FieldError,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from "react-aria-components";
import { Icon } from "#ui/kit/pieces/Icon.tsx";

/** Words that any field takes. `error`: what is wrong and what to do, in plain words; undefined while all is well. */
export type FieldWords = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Hides the label from the eye where a heading right above says the same. */
  readonly isLabelHidden?: boolean | undefined;
};

/** What a line and several lines of words both take, as React Aria knows it. */
export type Typed = Pick<
  AriaProps,
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
  | "id"
>;

/** What only one line takes. */
export type TypedOnOneLine = Pick<AriaProps, "type" | "autoComplete" | "inputMode">;

/** A field with its words, which React Aria ties to the input among `children`. */
export function LabelledField({
  label,
  hint,
  error,
  isLabelHidden = false,
  children,
  ...typed
}: FieldWords & Typed & TypedOnOneLine & { readonly children: ReactNode }) {
  return (
    <AriaTextField {...typed} className="field" isInvalid={error !== undefined} validationBehavior="aria">
      <Label className={isLabelHidden ? "vh" : "label"}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint" elementType="p">
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <FieldError className="err" elementType="p">
          <Icon of={CircleAlert} />
          {error}
        </FieldError>
      )}
      {children}
    </AriaTextField>
  );
}

/** Words in a box have the direction of their first letter; an empty box has that of the page. */
export const directionOf = (words: string | undefined): { readonly dir?: "auto" } =>
  words === "" ? {} : { dir: "auto" };
