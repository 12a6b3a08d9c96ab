/** The learner's road as a broad picture, with their reviews as links under it. */
import { Link } from "react-aria-components";
import { personOfLearner } from "#model/id.ts";
import { journey } from "#model/views/journey.ts";
import type { Stop } from "#model/views/journey.ts";
import { frozenContent } from "#model/views/review/frozen-content.ts";
import type { ClosedReview } from "#model/views/review/review-series.ts";
import type { LocalDate } from "#model/time.ts";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import type { Waypoint } from "#ui/kit/geometry/trail-geometry.ts";
import { reviewAddress, useOpenReview } from "#ui/review/use-open-review.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { useToday } from "#ui/use-today.ts";
import { sayShortDate, sayShortMonth } from "#ui/words/staff/dates.ts";
import { learnerWords } from "#ui/words/staff/learner.ts";
import { trail, trailLabel } from "#ui/words/staff/trail.ts";
import { useReviewsOf } from "./use-learner.ts";
import type { KnownLearner, ReviewsOf } from "./use-learner.ts";

const dated = (label: string, on: LocalDate | undefined): Pick<Waypoint, "label" | "note"> =>
  on ? { label, note: sayShortDate(on) } : { label };

const wordsBeside = (stop: Stop): Pick<Waypoint, "label" | "note"> => {
  if (stop.kind === "start") return dated(trail.start, stop.on);
  if (stop.kind === "here") return dated(trail.here, stop.on);
  if (stop.kind === "review") return dated(trail.review(stop.number), stop.on);
  if (stop.kind === "review-next") return dated(trail.next(stop.number), stop.on);
  if (stop.kind === "end")
    return { label: trail.destination, ...(stop.on ? { note: sayShortMonth(stop.on) } : {}) };
  return {};
};

/** Where two would stand side by side, the words of "here" and of the end go first: a review's stand in the list below, too. */
const givesWay = (stop: Stop, next: Stop | undefined): boolean =>
  (stop.kind === "review" || stop.kind === "review-next") && (next?.kind === "here" || next?.kind === "end");

/** Words stand beside the start, reviews, here and the end; a target's own words stand in the plan. */
const waypointOf = (stop: Stop, index: number, road: readonly Stop[]): Waypoint => ({
  kind: stop.kind,
  ...("number" in stop && stop.number !== undefined ? { number: stop.number } : {}),
  ...(givesWay(stop, road[index + 1]) ? {} : wordsBeside(stop)),
});

function ClosedLine({ review }: { review: ClosedReview }) {
  const content = frozenContent(review.closing);
  const reached = content.ok
    ? content.value.lastTargets.filter((target) => target.outcome === "reached").length
    : 0;
  const set = content.ok ? content.value.newTargets.length : 0;
  return (
    <li>
      <Sign kind="review" number={review.number} />
      <div>
        <Link href={reviewAddress(review.id)}>
          <b>{trail.review(review.number)}</b>
        </Link>
        <small>{learnerWords.reviewHeld(reached, set)}</small>
      </div>
    </li>
  );
}

function readiness({ family, learner, firstName }: KnownLearner, { next }: ReviewsOf): string {
  const theirs = family.contributions.find(
    ({ createdBy, value }) => value.review === next.id && createdBy === personOfLearner(learner),
  );
  if (!theirs) return learnerWords.nextQuiet(firstName);
  return theirs.value.ready ? learnerWords.nextReady(firstName) : learnerWords.nextPreparing(firstName);
}

function NextLine({ known, reviews }: { known: KnownLearner; reviews: ReviewsOf }) {
  const { next } = reviews;
  const openReview = useOpenReview();
  const mayReview = useMay("review", known.learner, reviews.series);
  const title = <b>{trail.next(next.number)}</b>;
  const due = next.dueOn ? `${learnerWords.nextDue(sayShortDate(next.dueOn))} ` : "";
  return (
    <li className="nx">
      <Sign kind="review-next" number={next.number} />
      <div>
        {mayReview || next.review ? <Link onPress={() => void openReview(next)}>{title}</Link> : title}
        <small>
          {due}
          {readiness(known, reviews)}
        </small>
      </div>
    </li>
  );
}

/** The last two closed reviews stand under the road, then the next. */
const mostClosed = 2;

/** Without any series, the road alone. */
export function LearnerRoad({ known }: { known: KnownLearner }) {
  const reviews = useReviewsOf(known);
  const today = useToday();
  const { family, about } = known;
  const road = journey(family, {
    series: reviews?.series,
    next: reviews?.next,
    startedOn: about?.startedOn,
    destinationBy: family.plan?.destinationBy,
    today,
  });
  return (
    <Card as="section" className="ln-trail" label={learnerWords.road}>
      <Contours place="broad" />
      <div className="ln-map">
        <div className="ln-broad">
          <Trail
            waypoints={road.map(waypointOf)}
            size="broad"
            seed={known.learner}
            label={trailLabel(road)}
          />
        </div>
        <div className="ln-narrow">
          <Trail waypoints={road.map(waypointOf)} size="map" seed={known.learner} label={trailLabel(road)} />
        </div>
      </div>
      {reviews && (
        <ol className="rv-list">
          {reviews.closed.slice(-mostClosed).map((review) => (
            <ClosedLine key={review.id} review={review} />
          ))}
          <NextLine known={known} reviews={reviews} />
        </ol>
      )}
    </Card>
  );
}
