/** The frame of a review: the steps as a trail beside the page, or above it on a phone, and the way on at its foot. */
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { reviewContent } from "#model/views/review/review-content.ts";
import { lastTargetsOf, newTargetsOf } from "#model/views/review/review-family.ts";
import { isSince } from "#model/views/review/review-series.ts";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { AvatarStack } from "#ui/kit/pieces/AvatarStack.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { SkipLink } from "#ui/kit/shell/SkipLink.tsx";
import { Stepper } from "#ui/kit/shell/Stepper.tsx";
import { useGoOnce } from "#ui/shell/use-go-once.ts";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { SavedLine } from "#ui/sync-status/SavedLine.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayLongDay } from "#ui/words/dates.ts";
import { firstName } from "#ui/words/staff/shell.ts";
import { reviewSteps, reviewWords, stepQuestions, stepWords } from "#ui/words/staff/review.ts";
import type { ReviewStep } from "#ui/words/staff/review.ts";
import { saidOffers } from "./steps/Support.tsx";
import { useFillers } from "./use-fillers.ts";
import { reviewAddress } from "./use-open-review.ts";
import type { OpenedReview } from "./use-review.ts";

/** The step the address names; the first without one. */
export function useStep(): ReviewStep {
  const [search] = useSearchParams();
  return reviewSteps.find((step) => step === search.get("step")) ?? "since";
}

const stepAddress = (id: string, step: ReviewStep): string => `${reviewAddress(id)}?step=${step}`;

type Progress = { readonly note?: string | undefined; readonly isDone: boolean };

/** How far each step has come, read off what is written. */
function progressOf(opened: OpenedReview): Readonly<Record<ReviewStep, Progress>> {
  const { id, known, last, review } = opened;
  const content = reviewContent(id, known.family);
  const all = lastTargetsOf(id, known.family).length;
  const talked = content.lastTargets.filter((target) => target.outcome ?? target.answers).length;
  const entries = known.entries.filter((entry) => isSince(entry, last?.closing)).length;
  const set = newTargetsOf(id, known.family).length;
  const offers = saidOffers(content.support).length;
  return {
    since: {
      note: entries > 0 ? reviewWords.entries(entries) : undefined,
      isDone: content.contributions.length > 0,
    },
    targets: {
      note: all > 0 ? reviewWords.talked(talked, all) : reviewWords.noneBefore,
      isDone: all > 0 && talked === all,
    },
    plan: { isDone: content.overall.trim() !== "" },
    new: { note: set > 0 ? reviewWords.setSoFar(set) : undefined, isDone: set > 0 },
    support: {
      note: offers > 0 ? reviewWords.offers(offers) : undefined,
      isDone: offers > 0,
    },
    close: { isDone: review.nextOn !== undefined },
  };
}

function Steps({ opened, step }: { opened: OpenedReview; step: ReviewStep }) {
  const progress = progressOf(opened);
  const steps = reviewSteps.map((one) => ({
    id: one,
    title: stepWords[one],
    href: stepAddress(opened.id, one),
    note: progress[one].note,
    isDone: progress[one].isDone,
    ...(one === "close" ? { sign: "review-next" as const } : {}),
  }));
  return <Stepper label={reviewWords.steps} steps={steps} current={step} doneLabel={reviewWords.stepDone} />;
}

/** Where one goes from a review: staff to the learner's page, the learner to their plan. */
const wayOut = ({ isOwn, known }: OpenedReview): string => (isOwn ? "/plan" : `/learner/${known.learner}`);

/** The learner, the review's title, and what stands beside the page. */
export function ReviewSide({ opened, children }: { opened: OpenedReview; children?: ReactNode }) {
  const { known, number } = opened;
  return (
    <aside className="steps">
      <Contours place="steps" />
      <div className="who-row">
        <Avatar name={known.name} drawn={known.picture} size="big" />
        <div>
          <h2>{known.name}</h2>
          <p className="small muted">{reviewWords.title(number)}</p>
        </div>
      </div>
      {children}
      <div className="foot">
        <SavedLine />
        <Button small href={wayOut(opened)}>
          {opened.closed ? everywhere.back : reviewWords.stop}
        </Button>
      </div>
    </aside>
  );
}

function Top({ opened }: { opened: OpenedReview }) {
  const { review } = opened;
  const people = useFillers(opened);
  return (
    <header className="rv-top">
      <p className="muted small">
        {[review.heldOn && sayLongDay(review.heldOn), review.where].filter(Boolean).join(", ")}
      </p>
      <span className="inl small muted">
        <AvatarStack people={people} />
        {reviewWords.fill(people.map((one) => firstName(one.name)))}
      </span>
    </header>
  );
}

function Foot({ id, step }: { id: string; step: ReviewStep }) {
  const goOn = useGoOnce();
  const here = reviewSteps.indexOf(step);
  const before = reviewSteps[here - 1];
  const next = reviewSteps[here + 1];
  return (
    <footer className="rv-foot">
      {before ? (
        <Button href={stepAddress(id, before)}>
          <Icon of={ArrowLeft} small mirror />
          {stepWords[before]}
        </Button>
      ) : (
        <span />
      )}
      {next && (
        <FingerButton onPress={() => goOn(stepAddress(id, next))}>
          {reviewWords.next(stepWords[next])}
        </FingerButton>
      )}
    </footer>
  );
}

/** `children` is the step that is open. */
export function ReviewFrame({
  opened,
  step,
  children,
}: {
  opened: OpenedReview;
  step: ReviewStep;
  children: ReactNode;
}) {
  usePageTitle(`${reviewWords.title(opened.number)}, ${opened.known.name}`);
  return (
    <div className="tab review">
      <SkipLink label={everywhere.skip} />
      <ReviewSide opened={opened}>
        <Steps opened={opened} step={step} />
      </ReviewSide>
      <div className="rv">
        <Top opened={opened} />
        <main id="main" tabIndex={-1} className="rv-main">
          <h1>{stepQuestions[step]}</h1>
          {children}
        </main>
        <Foot id={opened.id} step={step} />
      </div>
    </div>
  );
}
