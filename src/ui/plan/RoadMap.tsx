/** The learner's own map: the road walked, where they are, what is ahead, where they want to get to. */
import { journey } from "#model/views/journey.ts";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import { useToday } from "#ui/use-today.ts";
import { roadInWords } from "#ui/words/plan.ts";
import type { MyRoad } from "./use-my-road.ts";
import { toWaypoints } from "./waypoints.ts";

/** As wide as the page. */
export function RoadMap({ road }: { road: MyRoad }) {
  const today = useToday();
  const { records, next, about, plan, learner } = road;
  const stops = journey(records, {
    series: next?.place.series,
    next,
    startedOn: about?.startedOn,
    destinationBy: plan?.destinationBy,
    today,
  });
  return (
    <div className="map">
      <Contours place="map" />
      <Trail
        waypoints={toWaypoints(stops, { destination: plan?.destination ?? "", today })}
        size="map"
        seed={learner}
        label={roadInWords(stops)}
      />
    </div>
  );
}
