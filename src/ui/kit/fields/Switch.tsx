/** On or off, at once. */
import { SwitchButton, SwitchField } from "react-aria-components";

type SwitchProps = {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
};

/** Words first, the switch at the end of the line. */
export function Switch({ label, hint, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <SwitchField isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <SwitchButton className="switch">
        <span>
          {label}
          {hint !== undefined && <small>{hint}</small>}
        </span>
        <span className="track" aria-hidden="true">
          <i />
        </span>
      </SwitchButton>
    </SwitchField>
  );
}
