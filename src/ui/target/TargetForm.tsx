/** Setting or changing a target. Each keystroke is kept; the first one makes the target, and leaving an untouched form leaves nothing. */
import { objectiveChoices } from "./objective-choices.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { isLocalDate } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import { ChoiceCards } from "#ui/kit/fields/ChoiceCards.tsx";
import { DateField } from "#ui/kit/fields/DateField.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { StrandPick } from "#ui/strand/StrandPick.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useDone } from "#ui/typed/use-done.ts";
import { useWriting } from "#ui/typed/use-writing.ts";
import type { Writing } from "#ui/typed/use-writing.ts";
import { useRecordsOf } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { targetWords } from "#ui/words/staff/target.ts";
import { newTarget } from "./new-target.ts";
import type { NewTargetFrame } from "./new-target.ts";
import { SmartHelp } from "./SmartHelp.tsx";
import { TargetSteps } from "./TargetSteps.tsx";
import "./target.css";

type Part = { readonly writing: Writing<"target">; readonly learner: LearnerId };

/** One text of the target, with its question. */
function Words({
  writing,
  name,
  hint,
  rows = 2,
}: {
  writing: Writing<"target">;
  name: TextName;
  hint?: string;
  rows?: number;
}) {
  return (
    <TypedText
      label={targetWords[name]}
      rows={rows}
      history={writing.history}
      words={writing.wordsOf(name)}
      onType={(words) => writing.type(name, words)}
      isReadOnly={writing.isWaiting}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

type TextName = "what" | "why" | "howWeKnow" | "support" | "helpOutside" | "helper";

function Objective({ writing, learner }: Part) {
  const choices = objectiveChoices(useRecordsOf("objective", learner) ?? []);
  if (choices.length === 0) return null;
  const choose = (chosen: string): void => {
    const found = choices.find((one) => one.value === chosen);
    writing.change((draft) => draft.set("objective", found?.objective));
  };
  return (
    <ChoiceCards
      label={targetWords.objective}
      columns={1}
      choices={[...choices, { value: "none", label: targetWords.noObjective }]}
      value={writing.value?.objective ?? null}
      onChange={choose}
    />
  );
}

function DueOn({ writing, usual }: { writing: Writing<"target">; usual: LocalDate | undefined }) {
  const shown = writing.id === undefined ? usual : writing.value?.dueOn;
  const choose = (date: string): boolean =>
    writing.change((draft) => draft.set("dueOn", isLocalDate(date) ? date : undefined));
  return <DateField label={targetWords.dueOn} value={shown ?? ""} onChange={choose} />;
}

function TakeOut({ writing, onDone }: { writing: Writing<"target">; onDone: () => void }) {
  const takeOut = (): void => {
    writing.change((draft) => draft.set("removed", true));
    const onUndo = (): boolean => writing.change((draft) => draft.set("removed", undefined));
    showToast({ words: targetWords.removed, undo: { label: everywhere.undo, onUndo } });
    onDone();
  };
  return (
    <Button kind="text" small onPress={takeOut}>
      {targetWords.remove}
    </Button>
  );
}

export type TargetFormProps = {
  readonly learner: LearnerId;
  /** Undefined for a new target. */
  readonly id?: Id<"target"> | undefined;
  /** Of a new target: the others, its date, the review that sets it. */
  readonly frame?: NewTargetFrame;
  readonly onDone: () => void;
};

/** The form; what matters most stands open, the rest under "More about it". */
export function TargetForm({ learner, id, frame, onDone }: TargetFormProps) {
  const writing = useWriting("target", { learner }, { id, ...(frame ? { start: newTarget(frame) } : {}) });
  const { value, change } = writing;
  const done = useDone(writing.keep, onDone);
  return (
    <div className="tg-form">
      <div className="tg-fields">
        <Words writing={writing} name="what" hint={targetWords.whatHint} />
        <StrandPick
          label={targetWords.strand}
          learner={learner}
          value={value?.strand}
          onChange={(strand) => change((draft) => draft.set("strand", strand))}
        />
        <Words writing={writing} name="howWeKnow" />
        <DueOn writing={writing} usual={frame?.dueOn} />
        {value && <TargetSteps steps={value.steps} onChange={change} history={writing.history} />}
        <Disclosure title={targetWords.more} level={2} defaultExpanded={id !== undefined}>
          <div className="tg-fields">
            <Objective writing={writing} learner={learner} />
            <Words writing={writing} name="why" />
            <Words writing={writing} name="support" />
            <Words writing={writing} name="helpOutside" />
            <Words writing={writing} name="helper" rows={1} />
          </div>
        </Disclosure>
        <div className="tg-foot">
          <SavingMark saving={writing.saving} />
          {writing.id && <TakeOut writing={writing} onDone={onDone} />}
          <Button kind="main" small onPress={done}>
            {targetWords.done}
          </Button>
        </div>
      </div>
      <SmartHelp target={value} />
    </div>
  );
}
