/** The learners of an organisation, a line each, from summaries. */
import type { LearnerOverview } from "#model/wire/api.ts";
import { personOfLearner, type KindName, type LearnerId } from "#model/id.ts";
import { isLate } from "#model/kinds/target.ts";
import type { Written } from "#model/record/written.ts";
import { isLocalDate, type LocalDate } from "#model/time.ts";
import { openTargets } from "#model/views/journey.ts";
import type { MembershipRow } from "#server/storage/membership-storage.ts";
import type { SummaryRow, Transaction } from "#server/storage/storage.ts";

/** Whose lines, and what is known around them. */
export interface LearnersToList {
  readonly learners: readonly LearnerId[];
  readonly memberships: readonly MembershipRow[];
  readonly nameOf: (id: string) => string;
  readonly today: LocalDate;
}

/** A line a learner, in the order given. */
export async function learnerOverviews(
  t: Transaction,
  list: LearnersToList,
): Promise<readonly LearnerOverview[]> {
  const summaries = await t.records.summariesOfLearners(list.learners, [
    "learner",
    "target",
    "target-outcome",
    "review",
    "review-closed",
  ]);
  const byLearner = Map.groupBy(summaries, ({ learner }) => learner);
  const around = Map.groupBy(list.memberships, ({ learner }) => learner);
  return list.learners.map((learner) =>
    lineOf(learner, { list, rows: byLearner.get(learner) ?? [], around: around.get(learner) ?? [] }),
  );
}

function lineOf(
  learner: LearnerId,
  {
    list,
    rows,
    around,
  }: {
    readonly list: LearnersToList;
    readonly rows: readonly SummaryRow[];
    readonly around: readonly MembershipRow[];
  },
): LearnerOverview {
  const { nameOf, today } = list;
  const of = (kind: SummaryRow["kind"]): readonly SummaryRow[] => rows.filter((row) => row.kind === kind);
  const about = of("learner")[0]?.summary;
  const targets = openTargets({
    targets: writtenOf(of("target")),
    outcomes: writtenOf(of("target-outcome")),
    reviews: writtenOf(of("review")),
    closings: writtenOf(of("review-closed")),
  });
  const nextReviewOn = nextReview(of("review"), of("review-closed"));
  return {
    learner,
    name: nameOf(personOfLearner(learner)),
    tutors: around.flatMap(({ role, person }) => (role === "tutor" && person ? [nameOf(person)] : [])),
    providers: around.flatMap(({ role, organisation }) =>
      role === "provider" && organisation ? [nameOf(organisation)] : [],
    ),
    targets: targets.length,
    targetsLate: targets.filter(({ value }) => isLate(value, today)).length,
    reviewsClosed: new Set(of("review-closed").map(({ summary }) => summary?.["review"])).size,
    ...(typeof about?.["programme"] === "string" && { programme: about["programme"] }),
    ...(isLocalDate(about?.["startedOn"]) && { startedOn: about["startedOn"] }),
    ...(nextReviewOn && { nextReviewOn }),
  };
}

/** Summaries as the rules read records, of which they say as much as these rules ask for. Whether two people answered differently they do not say. */
const writtenOf = <K extends KindName>(rows: readonly SummaryRow[]): readonly Written<K>[] =>
  rows.map(({ id, stamps, summary }) => ({ id, ...stamps, value: { ...summary } }) as unknown as Written<K>);

/** The day planned for the earliest review that is open, else what the last closing said. */
function nextReview(reviews: readonly SummaryRow[], closings: readonly SummaryRow[]): LocalDate | undefined {
  const closed = new Set(closings.map(({ summary }) => summary?.["review"]));
  const planned = reviews.filter(({ id }) => !closed.has(id)).map(({ summary }) => summary?.["plannedOn"]);
  const [first] = planned.filter(isLocalDate).toSorted();
  if (first) return first;
  const said = closings
    .toSorted((a, b) => b.stamps.arrivedAt - a.stamps.arrivedAt)
    .map(({ summary }) => summary?.["nextOn"]);
  return said.find(isLocalDate);
}
