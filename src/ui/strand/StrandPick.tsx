/** Choosing what something is about: each strand as a tile with its word. */
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import { strands } from "#model/kinds/strand.ts";
import type { Strand } from "#model/kinds/strand.ts";
import type { LearnerId } from "#model/id.ts";
import { HueTile } from "#ui/kit/pieces/HueTile.tsx";
import { useStrandLook } from "./StrandTile.tsx";

export type StrandPickProps = {
  /** The question. */
  readonly label: string;
  readonly learner: LearnerId | undefined;
  readonly value: Strand | undefined;
  readonly onChange: (strand: Strand) => void;
};

/** A radio group: arrow keys move, the choice is given at once. */
export function StrandPick({ label, learner, value, onChange }: StrandPickProps) {
  const look = useStrandLook(learner);
  const choose = (chosen: string): void => {
    const strand = strands.find((one) => one === chosen);
    if (strand) onChange(strand);
  };
  return (
    <RadioGroup value={value ?? null} onChange={choose}>
      <Label className="label">{label}</Label>
      <div className="st-pick">
        {strands.map((strand) => (
          <RadioField key={strand} value={strand}>
            <RadioButton>
              <HueTile {...look(strand)} />
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
