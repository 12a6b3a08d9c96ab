/** The steps on the way to where a learner wants to get to: short lines, the same ones as on the learner's own plan. */
import { Plus, X } from "lucide-react";
import { placeAfterCount } from "#model/views/place.ts";
import type { Plan } from "#model/kinds/plan.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { IconButton } from "#ui/kit/press/IconButton.tsx";
import { takeOut } from "#ui/typed/take-out.ts";
import { TypedLine } from "#ui/typed/TypedLine.tsx";
import type { OpenEditor } from "#ui/use-editor.ts";
import { learnerWords, planWords } from "#ui/words/staff/learner.ts";

/** Each change is given at once. */
export function EditPlanSteps({ editor }: { editor: OpenEditor<"plan"> }) {
  const { steps } = editor.value;
  const add = (): void => {
    const id = crypto.randomUUID();
    editor.change((draft) => draft.item("steps", id).place(placeAfterCount(steps.length)));
  };
  return (
    <fieldset className="pl-steps">
      <legend className="label">{planWords.steps}</legend>
      {steps.map(({ id, what }, at) => (
        <div key={id} className="pl-step">
          <TypedLine
            label={learnerWords.step(at + 1)}
            isLabelHidden
            history={editor}
            words={what}
            onType={(words) => editor.change((draft) => draft.item("steps", id).type("what", words))}
          />
          <IconButton
            icon={X}
            label={learnerWords.removeStep(what)}
            onPress={() => takeOut(what, (how) => editor.change((draft) => draft.item("steps", id)[how]()))}
          />
        </div>
      ))}
      <Button kind="text" small icon={Plus} onPress={add}>
        {learnerWords.addStep}
      </Button>
    </fieldset>
  );
}

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
