/** Finding in a list: filters while one types, Escape clears. */
import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { Button, Input, SearchField as AriaSearchField } from "react-aria-components";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Kbd } from "#ui/kit/pieces/Kbd.tsx";

type SearchFieldProps = {
  /** Its name, and the words shown while it is empty. */
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The key that jumps here, shown while it is empty. */
  readonly shortcut?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A search box with its own clear button. */
export function SearchField({ label, clearLabel, value, onChange, shortcut, inputRef }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className="find">
      <Icon of={Search} small />
      <Input placeholder={label} {...(inputRef ? { ref: inputRef } : {})} />
      {value === "" && shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
      {value !== "" && (
        <Button className="find-clear" aria-label={clearLabel}>
          <Icon of={X} small />
        </Button>
      )}
    </AriaSearchField>
  );
}
