/** The steps to a target: short lines that can be ticked, added and taken out. */
import { progress } from "#model/kinds/target.ts";
import type { Target } from "#model/kinds/target.ts";
import type { EditOf } from "#store/store.ts";
import { Meter } from "#ui/kit/pieces/Meter.tsx";
import { StepLines } from "#ui/steps/StepLines.tsx";
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
  return (
    <fieldset className="tg-steps">
      <legend className="label">{targetWords.steps}</legend>
      {steps.length > 0 && (
        <>
          <p className="small muted">{done}</p>
          <Meter label={targetWords.steps} value={progress({ steps })} words={done} />
        </>
      )}
      <StepLines
        steps={steps}
        onEdit={(id, edit) => onChange((draft) => edit(draft.item("steps", id)))}
        history={history}
        onTick={(id, isMet) => onChange((draft) => draft.item("steps", id).set("met", isMet))}
      />
    </fieldset>
  );
}
