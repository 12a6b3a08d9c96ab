/** Today before there is any target: the road with only its start, who makes targets happen, and one thing to do. */
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import type { Waypoint } from "#ui/kit/geometry/trail-geometry.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import type { MyRoad } from "#ui/plan/use-my-road.ts";
import { useTutorNames } from "#ui/use-names.ts";
import { today as words } from "#ui/words/today.ts";

const roadAhead: readonly Waypoint[] = [
  { kind: "here" },
  { kind: "ahead" },
  { kind: "review-next", number: 1 },
  { kind: "end" },
];

/** Leads to the first words of one's own plan. */
export function FirstSteps({ road }: { road: MyRoad }) {
  const tutors = useTutorNames(road.learner);
  return (
    <Card as="section" className="em-road">
      <div className="strip">
        <Contours place="strip" />
        <Trail waypoints={roadAhead} size="strip" seed={road.learner} label={words.emptyRoad} />
      </div>
      <div className="pad">
        <h2>{words.trailStarts}</h2>
        <p>{words.trailStartsWords(tutors)}</p>
        <FingerButton href="/plan?change=me">{words.sayGoodAt}</FingerButton>
      </div>
    </Card>
  );
}
