/** A review, for both who sit over it: six steps while it is open, what was frozen once it is closed. Works with no connection. */
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { isIdOf } from "#model/id.ts";
import { NotHere } from "#ui/staff-shell/NotHere.tsx";
import { Opening } from "#ui/shell/Opening.tsx";
import { reviewWords } from "#ui/words/staff/review.ts";
import type { ReviewStep } from "#ui/words/staff/review.ts";
import { ClosedReviewPage } from "./ClosedReviewPage.tsx";
import { ReviewFrame, useStep } from "./ReviewFrame.tsx";
import { CloseStep } from "./steps/CloseStep.tsx";
import { LastTargets } from "./steps/LastTargets.tsx";
import { NewTargets } from "./steps/NewTargets.tsx";
import { SinceLastTime } from "./steps/SinceLastTime.tsx";
import { Support } from "./steps/Support.tsx";
import { WholePlan } from "./steps/WholePlan.tsx";
import { useClosedHere, useHeldOpen } from "./use-held-open.ts";
import { useReview } from "./use-review.ts";
import type { OpenedReview } from "./use-review.ts";
import "./frame.css";
import "./review.css";

const pages: Readonly<Record<ReviewStep, (props: { opened: OpenedReview }) => ReactNode>> = {
  since: SinceLastTime,
  targets: LastTargets,
  plan: WholePlan,
  new: NewTargets,
  support: Support,
  close: CloseStep,
};

function OpenReview({ opened }: { opened: OpenedReview }) {
  const step = useStep();
  const Page = pages[step];
  return (
    <ReviewFrame opened={opened} step={step}>
      <Page key={step} opened={opened} />
    </ReviewFrame>
  );
}

/** The page at `/review/:id`. */
export function ReviewPage() {
  const { id } = useParams();
  const known = isIdOf("review", id) ? id : undefined;
  const opened = useReview(known);
  const isHeld = useHeldOpen(opened ? opened.closed !== undefined : undefined);
  useClosedHere(opened ? opened.closed !== undefined && !isHeld : undefined);
  if (known && opened === undefined) return <Opening />;
  if (!opened) return <NotHere {...reviewWords.notHere} />;
  return opened.closed && !isHeld ? (
    <ClosedReviewPage opened={opened} closed={opened.closed} />
  ) : (
    <OpenReview opened={opened} />
  );
}
