/** Everything this device knows of one learner, as staff see them: for their page and for their reviews. */
import { providersOf } from "#model/access.ts";
import type { Circle } from "#model/access.ts";
import { seriesFor, seriesWithStart } from "#model/views/review/whose-series.ts";
import { personOfLearner } from "#model/id.ts";
import type { LearnerId, OrganisationId } from "#model/id.ts";
import type { Learner } from "#model/kinds/learner.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import type { ReviewFamily } from "#model/views/review/review-family.ts";
import { standingEntries } from "#model/views/whole-entries.ts";
import { closedReviews, lastClosed, nextReview } from "#model/views/review/review-series.ts";
import type { ClosedReview, NextReview } from "#model/views/review/review-series.ts";
import type { StoredRecord } from "#store/store.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useCircle, useRecord, useRecords, useRecordsOf } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { firstName } from "#ui/words/staff/shell.ts";

/** A learner with their plan, reviews, log and comments. */
export interface KnownLearner {
  readonly learner: LearnerId;
  readonly name: string;
  /** How people here speak of them. */
  readonly firstName: string;
  readonly picture: string | undefined;
  readonly about: Learner | undefined;
  /** Programme and providers. */
  readonly underName: string;
  readonly circle: Circle;
  readonly family: ReviewFamily;
  readonly feelings: readonly StoredRecord<"how-it-is-going">[];
  /** Those this device may read, newest first. */
  readonly entries: readonly StoredRecord<"log-entry">[];
  readonly comments: readonly StoredRecord<"comment">[];
}

function useFamily(learner: LearnerId | undefined): ReviewFamily | undefined {
  const reviews = useRecordsOf("review", learner);
  const closings = useRecordsOf("review-closed", learner);
  const contributions = useRecordsOf("contribution", learner);
  const targets = useRecordsOf("target", learner);
  const outcomes = useRecordsOf("target-outcome", learner);
  const objectives = useRecordsOf("objective", learner);
  const plan = useRecord(learner && planIdOf(learner));
  if (!reviews || !closings || !contributions || !targets || !outcomes || !objectives || plan === undefined)
    return undefined;
  return { reviews, closings, contributions, targets, outcomes, objectives, plan: plan?.value };
}

/** Undefined while it loads; null when this device knows no such learner. */
export function useLearner(learner: LearnerId | undefined): KnownLearner | null | undefined {
  const person = useRecord(learner && personOfLearner(learner));
  const about = useRecord(learner);
  const family = useFamily(learner);
  const feelings = useRecordsOf("how-it-is-going", learner);
  const entries = useRecordsOf("log-entry", learner);
  const comments = useRecordsOf("comment", learner);
  const organisations = useRecords("organisation");
  const circle = useCircle();
  if (
    person === undefined ||
    about === undefined ||
    !family ||
    !feelings ||
    !entries ||
    !comments ||
    !organisations
  )
    return undefined;
  if (learner === undefined || (person === null && about === null)) return null;
  const name = person?.value.name ?? everywhere.someone;
  const providers = providersOf(circle, learner).map(
    (org) => organisations.find(({ id }) => id === org)?.value.name,
  );
  return {
    learner,
    name,
    firstName: person?.value.name ? firstName(name) : name,
    picture: person?.value.picture,
    about: about?.value,
    underName: [about?.value.programme, ...providers].filter(Boolean).join(" · "),
    circle,
    family,
    feelings,
    entries: standingEntries(entries),
    comments,
  };
}

/** Where a learner's reviews stand, for the person who looks. */
export interface ReviewsOf {
  readonly series: OrganisationId;
  readonly next: NextReview;
  readonly last: ClosedReview | undefined;
  /** First to last. */
  readonly closed: readonly ClosedReview[];
}

/** Undefined when no organisation that is known here reviews this learner. */
export function useReviewsOf({ circle, learner, family, about }: KnownLearner): ReviewsOf | undefined {
  const { person } = useAccount();
  const series = seriesFor(circle, person, learner);
  if (!series) return undefined;
  return {
    series,
    next: nextReview(seriesWithStart(circle, { learner, series }, about?.startedOn), family),
    last: lastClosed(family, series),
    closed: closedReviews(family, series),
  };
}
