/** One target, whole: what, why, how we will know, who helps, how it is going. Read first, changed when asked. */
import { PenLine } from "lucide-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { isIdOf } from "#model/id.ts";
import type { LearnerId } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { CommentsCard } from "#ui/comment/CommentsCard.tsx";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useChanged } from "#ui/news/use-changed.ts";
import { useLearner } from "#ui/store-context.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { TargetForm } from "#ui/target/TargetForm.tsx";
import { useRecord } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayDay } from "#ui/words/dates.ts";
import { target as words } from "#ui/words/plan.ts";
import { saidElsewhere, TargetFacts, TargetSteps, wordsOfTarget } from "./TargetFacts.tsx";
import { TargetFeelings } from "./TargetFeelings.tsx";
import { useMyRoad } from "./use-my-road.ts";
import "./plan.css";

type Target = StoredRecord<"target">;

type OneTargetProps = { readonly target: Target; readonly learner: LearnerId; readonly onChange: () => void };

/** On a wide screen what one does stands on one side, what was said on the other. */
function OneTarget({ target, learner, onChange }: OneTargetProps) {
  const changed = useChanged([target], "look")(target.id);
  return (
    <div className="two-sides">
      <div className="stacked">
        {saidElsewhere.some((name) => changed.has(name)) && (
          <p>
            <NewsChip isChanged />
          </p>
        )}
        {target.value.strand && <StrandTile strand={target.value.strand} learner={learner} />}
        <TargetFeelings target={target.id} learner={learner} />
        <TargetSteps target={target} changed={changed} />
        <TargetFacts target={target} changed={changed} />
        <div className="dialog-acts">
          <Button icon={PenLine} onPress={onChange}>
            {words.change}
          </Button>
        </div>
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
  const targetId = isIdOf("target", id) ? id : undefined;
  const target = useRecord(targetId);
  const done = (): void => (isNew ? void navigate("/plan", { replace: true }) : setChanging(false));
  const dueOn = target?.value.dueOn;
  const top = (
    <PageTop
      title={<bdi>{isNew ? words.newTitle : target?.value.what || words.title}</bdi>}
      under={dueOn && words.until(sayDay(dueOn, today))}
      back={
        <PillButton back href="/plan">
          {words.toPlan}
        </PillButton>
      }
      action={target && <HearIt words={wordsOfTarget(target)} page />}
    />
  );
  const form = road && (
    <TargetForm
      learner={learner}
      id={targetId}
      frame={{ targets: road.records.targets, dueOn: road.next?.dueOn }}
      onDone={done}
    />
  );
  const isGone = !isNew && (!targetId || target === null || target?.value.removed === true);
  return (
    <LearnerPage name={words.title} top={top} className={isChanging ? "target-page" : "target-page wide"}>
      {!isNew && !isGone && target === undefined && <Placeholder label={everywhere.loading} />}
      {isGone && (
        <WhenAllIsHere>
          <p>{words.gone}</p>
        </WhenAllIsHere>
      )}
      {isChanging && !isGone && form}
      {!isChanging && target && !isGone && (
        <OneTarget target={target} learner={learner} onChange={() => setChanging(true)} />
      )}
    </LearnerPage>
  );
}
