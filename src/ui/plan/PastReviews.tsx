/** The reviews a learner has had, each leading to what was said and agreed there. */
import { ListChecks } from "lucide-react";
import { Link } from "react-aria-components";
import { closedReviews } from "#model/views/review/review-series.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { useToday } from "#ui/use-today.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { plan as words } from "#ui/words/plan.ts";
import { Leg } from "./Leg.tsx";
import type { MyRoad } from "./use-my-road.ts";

/** Latest first. Shows nothing before the first review was closed. */
export function PastReviews({ road }: { road: MyRoad }) {
  const today = useToday();
  const closed = closedReviews(road.records).toReversed();
  if (closed.length === 0) return null;
  return (
    <Leg id="reviews" title={words.reviews} icon={ListChecks}>
      <Card className="goal">
        <ul>
          {closed.map(({ id, number, on }) => (
            <li key={id}>
              <Sign kind="review" size={30} {...(number === undefined ? {} : { number })} />
              <Link href={`/review/${id}`} className="goal-link">
                {words.review(number)}
                <small>{sayWhen(on, today)}</small>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Leg>
  );
}
