/** Everything a review's page needs, live: the review, its learner, where it stands in its series, who may do what in it. */
import type { Id, OrganisationId } from "#model/id.ts";
import type { Review } from "#model/kinds/review.ts";
import { closedReview } from "#model/views/review/review-series.ts";
import type { ClosedReview } from "#model/views/review/review-series.ts";
import { useLearner } from "#ui/learner/use-learner.ts";
import type { KnownLearner } from "#ui/learner/use-learner.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useRecord } from "#ui/use-record.ts";

/** A review that somebody has started. */
export interface OpenedReview {
  readonly id: Id<"review">;
  readonly review: Review;
  readonly series: OrganisationId | undefined;
  readonly known: KnownLearner;
  /** The review before it in the series. */
  readonly last: ClosedReview | undefined;
  /** Undefined while it is open. */
  readonly closed: ClosedReview | undefined;
  /** Its number, or the one it will have if nothing else is closed first. */
  readonly number: number | undefined;
  /** True for those who run it: outcomes, support, closing. */
  readonly mayRun: boolean;
  /** True for those who may say their own words in it. */
  readonly maySay: boolean;
  /** True for the learner themselves. */
  readonly isOwn: boolean;
}

/** Undefined while it loads; null when it is not on this device. */
export function useReview(id: Id<"review"> | undefined): OpenedReview | null | undefined {
  const record = useRecord(id);
  const learner = record?.learner;
  const known = useLearner(learner);
  const account = useAccount();
  const series = record?.value.series;
  const mayRun = useMay("review", learner, series);
  const maySay = useMay("contribution", learner);
  if (id === undefined || record === null) return null;
  if (!record || known === undefined) return undefined;
  if (known === null) return null;
  const { previous } = record.value;
  const last = previous && closedReview(previous, known.family);
  const closed = closedReview(id, known.family);
  const following = previous === undefined ? 1 : last?.number === undefined ? undefined : last.number + 1;
  return {
    id,
    review: record.value,
    series,
    known,
    last,
    closed,
    number: closed ? closed.number : following,
    mayRun,
    maySay,
    isOwn: account.learner === learner,
  };
}
