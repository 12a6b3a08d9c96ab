/** The steps on the way to where a learner wants to get to, the same ones as on the learner's own plan. */
import type { Plan } from "#model/kinds/plan.ts";
import { StepLines } from "#ui/steps/StepLines.tsx";
import type { OpenEditor } from "#ui/use-editor.ts";
import { planWords } from "#ui/words/staff/learner.ts";

/** Each change is given at once. */
export const EditPlanSteps = ({ editor }: { editor: OpenEditor<"plan"> }) => (
  <fieldset className="pl-steps">
    <legend className="label">{planWords.steps}</legend>
    <StepLines
      steps={editor.value.steps}
      onEdit={(id, edit) => editor.change((draft) => edit(draft.item("steps", id)))}
      history={editor}
    />
  </fieldset>
);

/** In their order; nothing where there are none. */
export const PlanSteps = ({ steps }: { steps: Plan["steps"] }) =>
  steps.length > 0 && (
    <div className="pl-said">
      <dt className="label">{planWords.steps}</dt>
      <dd>
        <ol className="pl-way">
          {steps.map(({ id, what }) => (
            <li key={id}>
              <bdi>{what}</bdi>
            </li>
          ))}
        </ol>
      </dd>
    </div>
  );
