/** A learner's first screen: write, how it is going, what is next, what others said. */
import { useDeferredValue } from "react";
import { openTargets } from "#model/views/journey.ts";
import type { LearnerId } from "#model/id.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { useMyRoad } from "#ui/plan/use-my-road.ts";
import { OpenedNotices } from "#ui/safeguarding/OpenedNotices.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { useAccount, useLearner } from "#ui/store-context.tsx";
import { SavedLine } from "#ui/sync-status/SavedLine.tsx";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { places } from "#ui/words/shell.ts";
import { sayLongDay } from "#ui/words/dates.ts";
import { today as words } from "#ui/words/today.ts";
import { Capture } from "./Capture.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import { MoreBelow } from "./MoreBelow.tsx";
import { NextReviewCard } from "./NextReviewCard.tsx";
import { OthersSaid } from "./OthersSaid.tsx";
import { TargetsNow } from "./TargetsNow.tsx";
import "./today.css";

/** On a wide screen what is done now stands on one side, what is next and what others said on the other. */
function Parts({ learner }: { learner: LearnerId }) {
  const road = useMyRoad(learner);
  // What one comes for is drawn first, the rest right after it.
  const isSecond = useDeferredValue(true, false);
  const hasTargets = road && openTargets(road.records).length > 0;
  return (
    <div className="today two-sides">
      <div>
        {isSecond && <OpenedNotices learner={learner} />}
        <Capture />
        {!road && <Placeholder label={everywhere.loading} />}
        {road && hasTargets && <TargetsNow road={road} />}
        {road && !hasTargets && (
          <WhenAllIsHere>
            <FirstSteps road={road} />
          </WhenAllIsHere>
        )}
      </div>
      <div>
        {isSecond && road?.next && (
          <NextReviewCard road={road} next={road.next} isNextStep={hasTargets === true} />
        )}
        {isSecond && <OthersSaid learner={learner} />}
      </div>
    </div>
  );
}

/** Reads the whole page out. */
function HearToday({ learner, name }: { learner: LearnerId; name: string }) {
  const road = useMyRoad(learner);
  const targets = road ? openTargets(road.records).map(({ value }) => value.what) : [];
  return <HearIt words={[words.hello(name), words.targetsNow, ...targets].join(". ")} page />;
}

/** The page. */
export function Today() {
  const { name } = useAccount();
  const learner = useLearner();
  const today = useToday();
  const top = (
    <PageTop
      title={words.hello(name)}
      over={sayLongDay(today)}
      action={<HearToday learner={learner} name={name} />}
      status={<SavedLine />}
      hasContours
    />
  );
  return (
    <LearnerPage name={places.today} top={top} dock={<MoreBelow />} className="wide">
      <Parts learner={learner} />
    </LearnerPage>
  );
}
