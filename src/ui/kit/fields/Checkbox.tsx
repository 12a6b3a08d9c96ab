/** Yes or no to a statement, or one of several that may all be chosen. */
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField, type CheckboxFieldProps as AriaProps } from "react-aria-components";
import { Icon } from "#ui/kit/pieces/Icon.tsx";

type CheckboxProps = Pick<
  AriaProps,
  "isSelected" | "defaultSelected" | "isIndeterminate" | "isDisabled" | "onChange" | "value" | "aria-label"
> & { readonly children?: ReactNode };

/** A box with words; without words give `aria-label` (rows of a table). */
export function Checkbox({ children, ...box }: CheckboxProps) {
  return (
    <CheckboxField {...box}>
      <CheckboxButton className="check">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="tick" aria-hidden="true">
              {isIndeterminate ? <Icon of={Minus} /> : isSelected && <Icon of={Check} />}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  );
}
