/** The words around a field: its name, a hint, and what is wrong, in this order, before the place to type. */
import { CircleAlert } from "lucide-react";
import { FieldError, Label, Text } from "react-aria-components";
import { Icon } from "#ui/kit/pieces/Icon.tsx";

/** Words that any field takes. `error`: what is wrong and what to do, in plain words; undefined while all is well. */
export type FieldWords = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Hides the label from the eye where a heading right above says the same. */
  readonly isLabelHidden?: boolean;
};

/** Label, hint and error inside a React Aria field, which ties them to its input. */
export function FieldHead({ label, hint, error, isLabelHidden = false }: FieldWords) {
  return (
    <>
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
    </>
  );
}
