/** Steps on the way being written, of a plan or a target: short lines that are added and taken out. */
import { Plus, X } from "lucide-react";
import type { ItemDraft } from "#model/record/record.ts";
import { placeAfterCount } from "#model/views/place.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { IconButton } from "#ui/kit/press/IconButton.tsx";
import { takeOut } from "#ui/typed/take-out.ts";
import { TypedLine } from "#ui/typed/TypedLine.tsx";
import type { History } from "#ui/typed/use-own-undo.ts";
import { stepWords as words } from "#ui/words/steps.ts";
import "./steps.css";

/** A step, as far as writing its line needs it. */
interface Step {
  readonly id: string;
  readonly what: string;
  readonly met?: boolean | undefined;
}

/** A step while it is changed. */
type StepDraft = ItemDraft & { type(name: "what", words: string): void };

export type StepLinesProps = {
  /** In their order. */
  readonly steps: readonly Step[];
  /** False when there is no room for it. */
  readonly onEdit: (id: string, edit: (step: StepDraft) => void) => boolean;
  readonly history: History | undefined;
  /** Without it no step can be ticked. */
  readonly onTick?: (id: string, isMet: boolean) => void;
};

/** Each change is given at once. */
export function StepLines({ steps, onEdit, history, onTick }: StepLinesProps) {
  const add = (): boolean => onEdit(crypto.randomUUID(), (step) => step.place(placeAfterCount(steps.length)));
  return (
    <>
      {steps.map((step, at) => (
        <div key={step.id} className="step-line">
          {onTick && (
            <Checkbox
              aria-label={words.done(step.what)}
              isSelected={step.met === true}
              onChange={(isMet) => onTick(step.id, isMet)}
            />
          )}
          <TypedLine
            label={words.step(at + 1)}
            isLabelHidden
            history={history}
            words={step.what}
            onType={(text) => onEdit(step.id, (draft) => draft.type("what", text))}
          />
          <IconButton
            icon={X}
            label={words.takeOut(step.what)}
            onPress={() => takeOut(step.what, (how) => onEdit(step.id, (draft) => draft[how]()))}
          />
        </div>
      ))}
      <Button kind="text" small icon={Plus} onPress={add}>
        {words.add}
      </Button>
    </>
  );
}
