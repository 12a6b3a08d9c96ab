/** The whole plan: this is me, where I want to get to, long-term goals. Written in place by those who may. */
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { byPlace } from "#model/views/journey.ts";
import { placeAfter } from "#model/views/place.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import type { Plan } from "#model/kinds/plan.ts";
import { isLocalDate } from "#model/time.ts";
import type { LearnerId } from "#model/id.ts";
import { DateField } from "#ui/kit/fields/DateField.tsx";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useFocusBack } from "#ui/kit/press/use-focus-back.ts";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useChangedPlan } from "#ui/news/use-changed-plan.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useEditor } from "#ui/use-editor.ts";
import type { OpenEditor } from "#ui/use-editor.ts";
import { news } from "#ui/words/news.ts";
import { learnerWords, planWords } from "#ui/words/staff/learner.ts";
import { ObjectiveForm } from "./ObjectiveForm.tsx";
import { ObjectiveList } from "./ObjectiveList.tsx";
import { EditPlanSteps, PlanSteps } from "./PlanSteps.tsx";
import type { KnownLearner } from "./use-learner.ts";
import "./learner.css";

type PlanText = "goodAt" | "learnBest" | "helpWith" | "interests" | "destination";
type PlanLevel = "englishLevel" | "mathsLevel" | "digitalLevel";

const aboutMe: readonly PlanText[] = ["goodAt", "learnBest", "helpWith", "interests"];
const levels: readonly PlanLevel[] = ["englishLevel", "mathsLevel", "digitalLevel"];

type Changed = { readonly changed: ReadonlySet<string> };

function Said({ name, plan, changed }: Changed & { name: PlanText | PlanLevel; plan: Plan | undefined }) {
  const words = plan?.[name];
  return (
    <div className="pl-said">
      <dt className="label">
        {planWords[name]} <NewsChip isChanged={changed.has(name)} />
      </dt>
      <dd className={words ? "words" : "muted"} dir="auto">
        {words || learnerWords.nothing}
      </dd>
    </div>
  );
}

type Editing = Changed & { readonly editor: OpenEditor<"plan"> };

const Typed = ({ name, editor, changed }: Editing & { name: PlanText }) => (
  <TypedText
    label={planWords[name]}
    hint={changed.has(name) ? news.changedSince : undefined}
    rows={2}
    history={editor}
    words={editor.value[name]}
    onType={(words) => editor.change((draft) => draft.type(name, words))}
  />
);

const Level = ({ name, editor, changed }: Editing & { name: PlanLevel }) => (
  <TextField
    label={planWords[name]}
    hint={changed.has(name) ? news.changedSince : undefined}
    value={editor.value[name] ?? ""}
    onChange={(words) => editor.change((draft) => draft.set(name, words || undefined))}
    maxLength={60}
  />
);

function EditPlan({ learner, changed }: Changed & { learner: LearnerId }) {
  const editor = useEditor(planIdOf(learner), { learner });
  if (!editor) return null;
  const by = (date: string): boolean =>
    editor.change((draft) => draft.set("destinationBy", isLocalDate(date) ? date : undefined));
  return (
    <>
      <Card as="section" className="ln-c pl-part" label={learnerWords.thisIsMe}>
        <h2>{learnerWords.thisIsMe}</h2>
        {aboutMe.map((name) => (
          <Typed key={name} name={name} editor={editor} changed={changed} />
        ))}
        <div className="pl-levels">
          {levels.map((name) => (
            <Level key={name} name={name} editor={editor} changed={changed} />
          ))}
        </div>
      </Card>
      <Card as="section" className="ln-c pl-part" label={learnerWords.whereTo}>
        <h2>{learnerWords.whereTo}</h2>
        <Typed name="destination" editor={editor} changed={changed} />
        <DateField
          label={learnerWords.askDestinationBy}
          value={editor.value.destinationBy ?? ""}
          onChange={by}
        />
        <NewsChip isChanged={changed.has("steps")} />
        <EditPlanSteps editor={editor} />
      </Card>
      <SavingMark saving={editor.saving} />
    </>
  );
}

const ReadPlan = ({ plan, changed }: Changed & { plan: Plan | undefined }) => (
  <>
    <Card as="section" className="ln-c pl-part" label={learnerWords.thisIsMe}>
      <h2>{learnerWords.thisIsMe}</h2>
      <dl>
        {[...aboutMe, ...levels].map((name) => (
          <Said key={name} name={name} plan={plan} changed={changed} />
        ))}
      </dl>
    </Card>
    <Card as="section" className="ln-c pl-part" label={learnerWords.whereTo}>
      <h2>{learnerWords.whereTo}</h2>
      <dl>
        <Said name="destination" plan={plan} changed={changed} />
        <NewsChip isChanged={changed.has("steps")} />
        <PlanSteps steps={plan?.steps ?? []} />
      </dl>
    </Card>
  </>
);

function Objectives({ known, mayWrite }: { known: KnownLearner; mayWrite: boolean }) {
  const [isAdding, setAdding] = useState(false);
  const opener = useFocusBack(isAdding);
  const objectives = known.family.objectives.filter(({ value }) => value.removed !== true).toSorted(byPlace);
  const place = placeAfter(objectives.map(({ value }) => value.place));
  return (
    <Card as="section" className="ln-c pl-part" label={learnerWords.how}>
      <h2>{learnerWords.how}</h2>
      <ObjectiveList objectives={objectives} learner={known.learner} mayWrite={mayWrite} />
      {isAdding && <ObjectiveForm learner={known.learner} place={place} onDone={() => setAdding(false)} />}
      {mayWrite && !isAdding && (
        <Button ref={opener} kind="text" small icon={Plus} onPress={() => setAdding(true)}>
          {learnerWords.addObjective}
        </Button>
      )}
    </Card>
  );
}

export type PlanPartProps = {
  readonly known: KnownLearner;
  /** True where it is looked at first, and written after a press. */
  readonly isRead?: boolean;
};

/** Also the middle of a review, where both look at the plan together. */
export function PlanPart({ known, isRead = false }: PlanPartProps) {
  const mayWrite = useMay("plan", known.learner);
  const changed = useChangedPlan(known.learner, "look");
  const [isWriting, setWriting] = useState(!isRead);
  return (
    <div className="plan-part">
      {mayWrite && isWriting ? (
        <EditPlan learner={known.learner} changed={changed} />
      ) : (
        <ReadPlan plan={known.family.plan} changed={changed} />
      )}
      {mayWrite && !isWriting && (
        <Button small icon={Pencil} onPress={() => setWriting(true)}>
          {learnerWords.changePlan}
        </Button>
      )}
      <Objectives known={known} mayWrite={mayWrite} />
    </div>
  );
}
