/** The next review: when, with whom, and how far one is in getting ready for it. */
import { contributionIdOf } from "#model/kinds/review.ts";
import { preparationSteps, stepsDone } from "#model/views/review/preparation.ts";
import type { PreparationStep } from "#model/views/review/preparation.ts";
import type { NextReview } from "#model/views/review/review-series.ts";
import { homeOf } from "#model/access.ts";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import type { Waypoint } from "#ui/kit/geometry/trail-geometry.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { TearOffDate } from "#ui/kit/pieces/TearOffDate.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import type { MyRoad } from "#ui/plan/use-my-road.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useTutorNames } from "#ui/use-names.ts";
import { useRecord } from "#ui/use-record.ts";
import { sayWeekday, tearOff } from "#ui/words/dates.ts";
import { stepNames } from "#ui/words/prepare.ts";
import { today as words } from "#ui/words/today.ts";

/** The parts of getting ready as posts along the way to the review's diamond. */
function roadTo(done: ReadonlySet<PreparationStep>, { number }: NextReview): readonly Waypoint[] {
  const todo = preparationSteps.length - done.size;
  const post = (kind: Waypoint["kind"], times: number): Waypoint[] =>
    Array.from({ length: times }, () => ({ kind }));
  return [
    ...post("reached", done.size),
    { kind: "here" },
    ...post("ahead", Math.max(0, todo - 1)),
    { kind: "review-next", ...(number === undefined ? {} : { number }) },
  ];
}

function WhenAndWith({ road, next }: { road: MyRoad; next: NextReview }) {
  const tutors = useTutorNames(road.learner);
  const { series } = next.place;
  const organisation = useRecord(series)?.value.name;
  const isHome = homeOf(road.circle, road.learner) === series;
  const { startsAt, where } = next.review?.value ?? {};
  const place = where || (isHome ? undefined : organisation);
  if (next.dueOn === undefined)
    return (
      <div>
        <h3>{words.noDate}</h3>
        <p className="muted">{words.noDateWords(tutors)}</p>
      </div>
    );
  return (
    <div className="when">
      <TearOffDate {...tearOff(next.dueOn)} />
      <div>
        <h3>{words.reviewAt(sayWeekday(next.dueOn), startsAt)}</h3>
        <p className="muted">{words.reviewWith(isHome ? tutors : [], place)}</p>
      </div>
    </div>
  );
}

function HowReady({ done }: { done: ReadonlySet<PreparationStep> }) {
  const all = preparationSteps.length;
  const nextStep = preparationSteps.find((step) => !done.has(step));
  return (
    <p className="todo">
      <b>{words.stepsDone(done.size, all)}</b>{" "}
      {nextStep ? words.nextStep(stepNames[nextStep]) : words.allDone}
    </p>
  );
}

export type NextReviewCardProps = {
  readonly road: MyRoad;
  /** The review it is about. */
  readonly next: NextReview;
  /** True where getting ready is the one next step of the screen. */
  readonly isNextStep: boolean;
};

/** When it is, with whom, and the way into getting ready for it. */
export function NextReviewCard({ road, next, isNextStep }: NextReviewCardProps) {
  const { person } = useAccount();
  const contribution = useRecord(contributionIdOf(next.id, person))?.value;
  const done = stepsDone(contribution);
  const isReady = done.size === preparationSteps.length;
  const Step = isNextStep ? FingerButton : Button;
  return (
    <Section id="next" title={next.number === 1 ? words.firstReview : words.nextReview}>
      <Card className="review-card">
        <div className="strip">
          <Contours place="strip" />
          <Trail
            waypoints={roadTo(done, next)}
            size="strip"
            seed={next.id}
            label={words.road(done.size, preparationSteps.length)}
          />
        </div>
        <div className="pad">
          <WhenAndWith road={road} next={next} />
          <HowReady done={done} />
          <Step href={`/prepare/${next.id}`}>{isReady ? words.lookAgain : words.getReady}</Step>
        </div>
      </Card>
    </Section>
  );
}
