/** "Where I want to get to": the destination in the learner's own words, and the steps on the way there. */
import { Mountain } from "lucide-react";
import { planIdOf } from "#model/kinds/plan.ts";
import { isLocalDate } from "#model/time.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { DateField } from "#ui/kit/fields/DateField.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { StepLines } from "#ui/steps/StepLines.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useEditor } from "#ui/use-editor.ts";
import { sayMonth } from "#ui/words/dates.ts";
import { plan as words } from "#ui/words/plan.ts";
import { EditingFoot } from "./EditingFoot.tsx";
import { Leg } from "./Leg.tsx";
import type { PartProps } from "./ThisIsMe.tsx";
import type { MyRoad } from "./use-my-road.ts";
import { NothingYet } from "#ui/sync-status/NothingYet.tsx";

function Destination({ road, changed }: { road: MyRoad; changed: ReadonlySet<string> }) {
  const { destination = "", destinationBy, steps = [] } = road.plan ?? {};
  return (
    <Card className="pad-c">
      <NewsChip isChanged={changed.has("destination") || changed.has("destinationBy")} />
      <p className="own typed" dir="auto">
        {destination}
      </p>
      <NewsChip isChanged={changed.has("steps")} />
      {steps.length > 0 && (
        <ol className="way">
          {steps.map(({ id, what }) => (
            <li key={id}>
              <bdi>{what}</bdi>
            </li>
          ))}
        </ol>
      )}
      {destinationBy && <p className="small muted">{sayMonth(destinationBy)}</p>}
      <HearIt words={[destination, ...steps.map(({ what }) => what)].join(". ")} />
    </Card>
  );
}

function EditDestination({ road, onDone }: { road: MyRoad; onDone: () => void }) {
  const editor = useEditor(planIdOf(road.learner), { learner: road.learner });
  if (!editor) return null;
  const choose = (chosen: string): boolean =>
    editor.change((draft) => draft.set("destinationBy", isLocalDate(chosen) ? chosen : undefined));
  return (
    <Card className="edit">
      <TypedText
        label={words.destination}
        history={editor}
        words={editor.value.destination}
        onType={(text) => editor.change((draft) => draft.type("destination", text))}
      />
      <DateField label={words.destinationBy} value={editor.value.destinationBy ?? ""} onChange={choose} />
      <fieldset>
        <legend className="label">{words.steps}</legend>
        <StepLines
          steps={editor.value.steps}
          onEdit={(id, edit) => editor.change((draft) => edit(draft.item("steps", id)))}
          history={editor}
        />
      </fieldset>
      <EditingFoot saving={editor.saving} onUndo={editor.undo} onDone={onDone} />
    </Card>
  );
}

/** The part of the plan. */
export function WhereTo({ road, isEditing, onEdit, onDone, changed }: PartProps) {
  const isEmpty = !road.plan || (road.plan.destination === "" && road.plan.steps.length === 0);
  return (
    <Leg
      id="destination"
      title={words.whereTo}
      icon={Mountain}
      path={isEmpty ? "ahead" : "walked"}
      isOpen={isEditing}
      onChange={isEditing || isEmpty ? undefined : onEdit}
    >
      {isEditing && <EditDestination road={road} onDone={onDone} />}
      {!isEditing && isEmpty && (
        <Card className="pad-c">
          <p>
            <NothingYet words={words.noDestination} />
          </p>
          <Button onPress={onEdit}>{words.sayIt}</Button>
        </Card>
      )}
      {!isEditing && !isEmpty && <Destination road={road} changed={changed} />}
    </Leg>
  );
}
