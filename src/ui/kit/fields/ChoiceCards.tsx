/** One of a few, as big cards with a picture and a word. */
import type { ReactNode } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";

/** One card. `picture` is an icon, a Sign or a drawing. */
export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly picture?: ReactNode;
  readonly hint?: string;
};

type ChoiceCardsProps<Value extends string> = {
  /** The question. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Cards side by side; 1 makes rows. Narrow pages show two at most. */
  readonly columns?: 1 | 2 | 3 | 4;
  readonly isReadOnly?: boolean;
  /** A heading's weight for the question. */
  readonly strong?: boolean;
};

/** A radio group: arrow keys move, the choice is given at once. */
export function ChoiceCards<Value extends string>({
  label,
  choices,
  value,
  onChange,
  columns = 4,
  isReadOnly = false,
  strong = false,
}: ChoiceCardsProps<Value>) {
  const choose = (chosen: string): void => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <RadioGroup value={value} onChange={choose} isReadOnly={isReadOnly}>
      <Label className={strong ? "choice-label strong" : "choice-label"}>{label}</Label>
      <div className="outcomes" data-columns={columns}>
        {choices.map((choice) => (
          <RadioField key={choice.value} value={choice.value}>
            <RadioButton>
              {choice.picture}
              <span>
                {choice.label}
                {choice.hint !== undefined && <small>{choice.hint}</small>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
