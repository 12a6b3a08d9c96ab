/** One target, whole: what, why, how we will know, who helps, how it is going. Read first, changed when asked. */
import { PenLine } from "lucide-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { Feeling } from "#model/how-it-is-going.ts";
import { isIdOf } from "#model/id.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { latestFeelings } from "#model/journey.ts";
import { localDateOf } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { CommentsCard } from "#ui/comment/CommentsCard.tsx";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { useFeeling } from "#ui/home/use-feeling.ts";
import { Face } from "#ui/kit/drawing/Face.tsx";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { Faces } from "#ui/kit/fields/Faces.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { useLearner, useStore } from "#ui/store-context.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { TargetForm } from "#ui/target/TargetForm.tsx";
import { useRecord, useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { common, feelingWords } from "#ui/words/common.ts";
import { sayDay, sayWhen } from "#ui/words/dates.ts";
import { target as words } from "#ui/words/plan.ts";
import { today as todayWords } from "#ui/words/today.ts";
import { useMyRoad } from "./use-my-road.ts";
import "./plan.css";

type Target = StoredRecord<"target">;

const parts = ["why", "howWeKnow", "support", "helpOutside", "helper"] as const;

function HowItIsGoing({ target, learner }: { target: Id<"target">; learner: LearnerId }) {
  const today = useToday();
  const tell = useFeeling();
  const all = useRecordsOf("how-it-is-going", learner) ?? [];
  const mine = all.filter(({ value }) => value.target === target && value.removed !== true && value.feeling);
  const latest = latestFeelings(mine).get(target);
  const saidToday = latest && localDateOf(latest.createdAt) === today ? latest.value.feeling : undefined;
  const before = mine.filter((answer) => localDateOf(answer.createdAt) !== today).slice(0, 6);
  const choose = (feeling: Feeling): void => void tell({ learner, target, latest }, feeling);
  return (
    <Card className="pad-c">
      <Faces
        label={todayWords.howIsItGoing}
        words={feelingWords}
        value={saidToday ?? null}
        onChange={choose}
      />
      {before.length > 0 && (
        <>
          <h2 className="small muted before">{words.before}</h2>
          <ol className="felt">
            {before.map(({ id, createdAt, value: { feeling } }) => (
              <li key={id}>
                {feeling && <Face kind={feeling} size={32} />}
                <span>
                  {feeling && todayWords.said(feelingWords[feeling], sayWhen(localDateOf(createdAt), today))}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

function Steps({ target }: { target: Target }) {
  const { records } = useStore();
  const { steps } = target.value;
  if (steps.length === 0) return null;
  const tick = (id: string, met: boolean) =>
    records.change(target.id, (draft) => draft.item("steps", id).set("met", met));
  return (
    <Card className="pad-c">
      <h2>{words.steps}</h2>
      {steps.map(({ id, what, met }) => (
        <Checkbox key={id} isSelected={met === true} onChange={(isMet) => void tick(id, isMet)}>
          {what}
        </Checkbox>
      ))}
    </Card>
  );
}

function Read({ target }: { target: Target }) {
  const { value } = target;
  const said = parts.filter((part) => value[part] !== "");
  if (said.length === 0) return null;
  return (
    <Card as="ul" className="facts">
      {said.map((part) => (
        <li key={part}>
          <div>
            <b>{words[part]}</b>
            <p className="typed" dir="auto">
              {value[part]}
            </p>
          </div>
        </li>
      ))}
    </Card>
  );
}

function OneTarget({
  target,
  learner,
  onChange,
}: {
  target: Target;
  learner: LearnerId;
  onChange: () => void;
}) {
  return (
    <div className="stacked">
      {target.value.strand && <StrandTile strand={target.value.strand} learner={learner} />}
      <HowItIsGoing target={target.id} learner={learner} />
      <Steps target={target} />
      <Read target={target} />
      <div className="dialog-acts">
        <Button icon={PenLine} onPress={onChange}>
          {words.change}
        </Button>
      </div>
      <CommentsCard about={target.id} learner={learner} />
    </div>
  );
}

/** The page; `new` in place of an id begins one. */
export function MyTarget() {
  const { id } = useParams();
  const learner = useLearner();
  const navigate = useNavigate();
  const today = useToday();
  const road = useMyRoad(learner);
  const isNew = id === "new";
  const [isChanging, setChanging] = useState(isNew);
  const target = useRecord(isIdOf("target", id) ? id : undefined);
  const done = (): void => (isNew ? void navigate("/plan", { replace: true }) : setChanging(false));
  const dueOn = target?.value.dueOn;
  const top = (
    <PageTop
      title={isNew ? words.newTitle : target?.value.what || words.title}
      under={dueOn && words.until(sayDay(dueOn, today))}
      back={
        <PillButton back href="/plan">
          {words.toPlan}
        </PillButton>
      }
      action={
        target && (
          <HearIt words={[target.value.what, ...parts.map((part) => target.value[part])].join(". ")} page />
        )
      }
    />
  );
  const form = road && (
    <TargetForm
      learner={learner}
      id={isIdOf("target", id) ? id : undefined}
      frame={{ targets: road.records.targets, dueOn: road.next?.dueOn }}
      onDone={done}
    />
  );
  const isGone = !isNew && (target === null || target?.value.removed === true);
  return (
    <LearnerPage name={words.title} top={top} className="target-page">
      {!isNew && target === undefined && <Placeholder label={common.loading} />}
      {isGone && <p>{words.gone}</p>}
      {isChanging && !isGone && form}
      {!isChanging && target && !isGone && (
        <OneTarget target={target} learner={learner} onChange={() => setChanging(true)} />
      )}
    </LearnerPage>
  );
}
