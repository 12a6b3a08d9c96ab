/** A filter above a list: stays pressed while it applies, and says how many it would leave. */
import { ToggleButton } from "react-aria-components";

/** `count` is read after the words; left out while it is not known. */
export function FilterButton({
  isSelected,
  onChange,
  count,
  children,
}: {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  count?: number | undefined;
  children: React.ReactNode;
}) {
  return (
    <ToggleButton className="flt" isSelected={isSelected} onChange={onChange}>
      {children}
      {count !== undefined && <b>{count}</b>}
    </ToggleButton>
  );
}
