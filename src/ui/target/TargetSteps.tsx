/** The steps to a target: short lines that can be ticked, added and taken out. */
import { Plus, X } from "lucide-react";
import { placeAfterCount } from "#model/views/place.ts";
import { progress } from "#model/kinds/target.ts";
import type { Target } from "#model/kinds/target.ts";
import type { EditOf } from "#store/store.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { Meter } from "#ui/kit/pieces/Meter.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { IconButton } from "#ui/kit/press/IconButton.tsx";
import { takeOut } from "#ui/typed/take-out.ts";
import { TypedLine } from "#ui/typed/TypedLine.tsx";
import type { History } from "#ui/typed/use-own-undo.ts";
import { targetWords } from "#ui/words/staff/target.ts";

export type TargetStepsProps = {
  readonly steps: Target["steps"];
  /** False when there is no room for it. */
  readonly onChange: (edit: EditOf<"target">) => boolean;
  readonly history: History | undefined;
};

/** Each change is given at once. */
export function TargetSteps({ steps, onChange, history }: TargetStepsProps) {
  const done = targetWords.stepsMet(steps.filter((step) => step.met === true).length, steps.length);
  const add = (): void => {
    const id = crypto.randomUUID();
    onChange((draft) => draft.item("steps", id).place(placeAfterCount(steps.length)));
  };
  return (
    <fieldset className="tg-steps">
      <legend className="label">{targetWords.steps}</legend>
      {steps.length > 0 && (
        <>
          <p className="small muted">{done}</p>
          <Meter label={targetWords.steps} value={progress({ steps })} words={done} />
        </>
      )}
      {steps.map((step, index) => (
        <div key={step.id} className="tg-step">
          <Checkbox
            aria-label={targetWords.stepDone(step.what)}
            isSelected={step.met === true}
            onChange={(met) => onChange((draft) => draft.item("steps", step.id).set("met", met))}
          />
          <TypedLine
            label={targetWords.step(index + 1)}
            isLabelHidden
            history={history}
            words={step.what}
            onType={(words) => onChange((draft) => draft.item("steps", step.id).type("what", words))}
          />
          <IconButton
            icon={X}
            label={targetWords.removeStep(step.what)}
            onPress={() =>
              takeOut(step.what, (how) => onChange((draft) => draft.item("steps", step.id)[how]()))
            }
          />
        </div>
      ))}
      <Button kind="text" small icon={Plus} onPress={add}>
        {targetWords.addStep}
      </Button>
    </fieldset>
  );
}
