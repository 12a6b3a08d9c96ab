/** A learner's own plan: a map of the road, then who they are, where they want to get to, and how. */
import { Route } from "lucide-react";
import { useSearchParams } from "react-router";
import { planIdOf } from "#model/kinds/plan.ts";
import { CommentsCard } from "#ui/comment/CommentsCard.tsx";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { useChangedPlan } from "#ui/news/use-changed-plan.ts";
import { useLearner } from "#ui/store-context.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { aboutMe, plan as words } from "#ui/words/plan.ts";
import { Disputes } from "#ui/plan/answers/Disputes.tsx";
import { Objectives } from "./Objectives.tsx";
import { Leg } from "./Leg.tsx";
import { PastReviews } from "./PastReviews.tsx";
import { RoadMap } from "./RoadMap.tsx";
import { ThisIsMe } from "./ThisIsMe.tsx";
import { useMyRoad } from "./use-my-road.ts";
import type { MyRoad } from "./use-my-road.ts";
import { WhereTo } from "./WhereTo.tsx";
import "./plan.css";

/** Which part is open for changing, kept in the address: Back closes it. */
function useEditing(part: "me" | "destination") {
  const [query, setQuery] = useSearchParams();
  return {
    isEditing: query.get("change") === part,
    onEdit: () => setQuery({ change: part }, { preventScrollReset: true }),
    onDone: () => setQuery({}, { replace: true, preventScrollReset: true }),
  };
}

function wordsOfPlan({ plan, records }: MyRoad): string {
  const { goodAt = "", learnBest = "", helpWith = "", destination = "" } = plan ?? {};
  const targets = records.targets
    .filter(({ value }) => value.removed !== true)
    .map(({ value }) => value.what);
  const said = [
    [aboutMe.goodAt, goodAt],
    [aboutMe.learnBest, learnBest],
    [aboutMe.helpWith, helpWith],
    [words.destination, destination],
  ].filter(([, text]) => text !== "");
  return [...said.map((pair) => pair.join(" ")), words.howTo, ...targets].join(". ");
}

/** On a wide screen who and where to stand beside how. */
function Parts({ road }: { road: MyRoad }) {
  const me = useEditing("me");
  const destination = useEditing("destination");
  const changed = useChangedPlan(road.learner, "look");
  return (
    <div className="two-sides">
      <div>
        <RoadMap road={road} />
        <Disputes road={road} />
        <ThisIsMe road={road} changed={changed} {...me} />
        <WhereTo road={road} changed={changed} {...destination} />
      </div>
      <div>
        <Leg id="how" title={words.howTo} icon={Route}>
          <Objectives road={road} />
        </Leg>
        <PastReviews road={road} />
        <CommentsCard about={planIdOf(road.learner)} learner={road.learner} />
      </div>
    </div>
  );
}

/** The page. */
export function MyPlan() {
  const road = useMyRoad(useLearner());
  const top = <PageTop title={words.title} action={road && <HearIt words={wordsOfPlan(road)} page />} />;
  return (
    <LearnerPage name={words.title} top={top} className="plan-page wide">
      {road ? <Parts road={road} /> : <Placeholder label={everywhere.loading} />}
    </LearnerPage>
  );
}
