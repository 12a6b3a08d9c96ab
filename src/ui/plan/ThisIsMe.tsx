/** "This is me": four texts in the learner's own words, and their levels. Changed in place, by them or with them. */
import { Eye, Heart, LifeBuoy, Medal, ThumbsUp, UserRound } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { planIdOf } from "#model/kinds/plan.ts";
import type { Plan } from "#model/kinds/plan.ts";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useEditor } from "#ui/use-editor.ts";
import { aboutMe, levels, plan as words } from "#ui/words/plan.ts";
import { EditingFoot } from "./EditingFoot.tsx";
import { Leg } from "./Leg.tsx";
import type { MyRoad } from "./use-my-road.ts";
import { NothingYet } from "#ui/sync-status/NothingYet.tsx";

const texts = ["goodAt", "learnBest", "helpWith", "interests"] as const;
const levelNames = ["englishLevel", "mathsLevel", "digitalLevel"] as const;

const icons: Readonly<Record<(typeof texts)[number], LucideIcon>> = {
  goodAt: ThumbsUp,
  learnBest: Eye,
  helpWith: LifeBuoy,
  interests: Heart,
};

function Facts({ plan, changed }: { plan: Plan | undefined; changed: ReadonlySet<string> }) {
  const said = plan ? texts.filter((name) => plan[name] !== "") : [];
  const known = levelNames.flatMap((name) => (plan?.[name] ? `${levels[name]} ${plan[name]}` : []));
  return (
    <Card as="ul" className="facts">
      {said.map((name) => (
        <li key={name}>
          <Icon of={icons[name]} />
          <div>
            <b>{aboutMe[name]}</b> <NewsChip isChanged={changed.has(name)} />
            <p className="typed" dir="auto">
              {plan?.[name]}
            </p>
          </div>
        </li>
      ))}
      {known.length > 0 && (
        <li>
          <Icon of={Medal} />
          <div>
            <b>{words.levelsNow}</b> <NewsChip isChanged={levelNames.some((name) => changed.has(name))} />
            {known.map((level) => (
              <p key={level}>{level}</p>
            ))}
          </div>
        </li>
      )}
    </Card>
  );
}

function EditFacts({ road, onDone }: { road: MyRoad; onDone: () => void }) {
  const editor = useEditor(planIdOf(road.learner), { learner: road.learner });
  if (!editor) return null;
  return (
    <Card className="edit">
      {texts.map((name) => (
        <TypedText
          key={name}
          label={aboutMe[name]}
          rows={2}
          history={editor}
          words={editor.value[name]}
          onType={(text) => editor.change((draft) => draft.type(name, text))}
        />
      ))}
      <fieldset className="levels">
        <legend className="label">{words.levelsNow}</legend>
        {levelNames.map((name) => (
          <TextField
            key={name}
            label={levels[name]}
            small
            maxLength={60}
            value={editor.value[name] ?? ""}
            onChange={(text) => editor.change((draft) => draft.set(name, text))}
          />
        ))}
      </fieldset>
      <EditingFoot saving={editor.saving} onUndo={editor.undo} onDone={onDone} />
    </Card>
  );
}

export type PartProps = {
  readonly road: MyRoad;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
  readonly onDone: () => void;
  /** Fields that others changed since this was last looked at. */
  readonly changed: ReadonlySet<string>;
};

/** The part of the plan. */
export function ThisIsMe({ road, isEditing, onEdit, onDone, changed }: PartProps) {
  const { plan } = road;
  const isEmpty =
    !plan || (texts.every((name) => plan[name] === "") && levelNames.every((name) => !plan[name]));
  return (
    <Leg
      id="me"
      title={words.thisIsMe}
      icon={UserRound}
      path={isEmpty ? "ahead" : "walked"}
      isOpen={isEditing}
      onChange={isEditing || isEmpty ? undefined : onEdit}
    >
      {isEditing && <EditFacts road={road} onDone={onDone} />}
      {!isEditing && isEmpty && (
        <Card className="pad-c">
          <p>
            <NothingYet words={words.notYet} />
          </p>
          <Button onPress={onEdit}>{words.sayIt}</Button>
        </Card>
      )}
      {!isEditing && !isEmpty && <Facts plan={plan} changed={changed} />}
    </Leg>
  );
}
