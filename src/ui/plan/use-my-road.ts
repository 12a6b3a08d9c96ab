/** Everything about one learner's road that this device knows, read together: targets, reviews, what became of them, what is next. */
import { useMemo } from "react";
import type { KindName, LearnerId, OrganisationId } from "#model/id.ts";
import { homeOf, providersOf } from "#model/access.ts";
import type { Circle } from "#model/access.ts";
import { seriesWithStart } from "#model/views/review/whose-series.ts";
import type { JourneyRecords } from "#model/views/journey.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import type { Plan } from "#model/kinds/plan.ts";
import type { Learner } from "#model/kinds/learner.ts";
import { nextReview } from "#model/views/review/review-series.ts";
import type { NextReview } from "#model/views/review/review-series.ts";
import type { StoredRecord } from "#store/store.ts";
import { gather } from "#ui/live.ts";
import type { Live } from "#ui/live.ts";
import { useLiveRecords, useStore } from "#ui/store-context.tsx";
import type { LiveRecords } from "#ui/store-context.tsx";
import { useLive } from "#ui/use-record.ts";

/** A learner's road. */
export interface MyRoad {
  readonly learner: LearnerId;
  readonly records: JourneyRecords;
  readonly about: Learner | undefined;
  readonly plan: Plan | undefined;
  /** The next review of any series, soonest first; undefined where no organisation reviews this learner. */
  readonly next: NextReview | undefined;
  readonly circle: Circle;
}

/** The series that review this learner: the home's, and those of providers that have begun one. */
function seriesOf(
  circle: Circle,
  learner: LearnerId,
  { reviews, closings }: JourneyRecords,
): readonly OrganisationId[] {
  const begun = new Set([...reviews, ...closings].map((record) => record.value.series));
  const home = homeOf(circle, learner);
  return [...(home ? [home] : []), ...providersOf(circle, learner).filter((org) => begun.has(org))];
}

const soonest = (a: NextReview, b: NextReview): number => ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1);

type Found<K extends KindName> = readonly StoredRecord<K>[];
type Parts = readonly [
  targets: Found<"target">,
  outcomes: Found<"target-outcome">,
  reviews: Found<"review">,
  closings: Found<"review-closed">,
  about: StoredRecord<"learner"> | null,
  plan: StoredRecord<"plan"> | null,
  memberships: Found<"membership">,
  ends: Found<"membership-ended">,
];

/** What a road is drawn from. */
export function partsOf(live: LiveRecords, learner: LearnerId): Live<Parts> {
  const of = { learner };
  const parts = [
    live.all("target", of),
    live.all("target-outcome", of),
    live.all("review", of),
    live.all("review-closed", of),
    live.record(learner),
    live.record(planIdOf(learner)),
    live.all("membership", {}),
    live.all("membership-ended", {}),
  ];
  return gather(parts) as Live<readonly unknown[]> as Live<Parts>;
}

/** Undefined while it loads. */
export function useMyRoad(learner: LearnerId): MyRoad | undefined {
  const live = useLiveRecords();
  const store = useStore();
  const parts = useLive(useMemo(() => partsOf(live, learner), [live, learner]));
  if (!parts) return undefined;
  const [targets, outcomes, reviews, closings, about, plan] = parts;
  const circle = store.circle();
  const records = { targets, outcomes, reviews, closings };
  const startedOn = about?.value.startedOn;
  const [next] = seriesOf(circle, learner, records)
    .map((series) => nextReview(seriesWithStart(circle, { learner, series }, startedOn), records))
    .toSorted(soonest);
  return { learner, records, about: about?.value, plan: plan?.value, next, circle };
}
