/** Every learner of the organisation, from summaries: no word anybody wrote about themselves. Sorted by its heads. */
import { useMemo, useState } from "react";
import type { LearnerOverview } from "#model/wire/api.ts";
import { matches } from "#model/views/finding.ts";
import { isOverdue } from "#model/views/review/review-series.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Table } from "#ui/kit/table/Table.tsx";
import type { Column } from "#ui/kit/table/TableHead.tsx";
import { useToday } from "#ui/use-today.ts";
import { sayShortDay } from "#ui/words/staff/dates.ts";
import { peopleWords } from "#ui/words/staff/people.ts";

function NextReview({ on }: { on: LearnerOverview["nextReviewOn"] }) {
  const today = useToday();
  if (!on) return <span className="muted">{peopleWords.noDate}</span>;
  return isOverdue(on, today) ? <span className="late-t">{sayShortDay(on)}</span> : sayShortDay(on);
}

const Targets = ({ targets, targetsLate }: LearnerOverview) => (
  <>
    {targets}
    {targetsLate > 0 && <small>{peopleWords.late(targetsLate)}</small>}
  </>
);

const { learner, tutor, provider, targets, reviews, next } = peopleWords.learnerColumns;

const columns: readonly Column<LearnerOverview>[] = [
  {
    id: "name",
    head: learner,
    canSort: true,
    width: "28%",
    cell: (one) => (
      <span className="name">
        <Avatar name={one.name} />
        <span className="name-words">
          <b>{one.name}</b>
          <small>{one.programme}</small>
        </span>
      </span>
    ),
  },
  {
    id: "tutor",
    head: tutor,
    canSort: true,
    cell: ({ tutors }) =>
      tutors.length > 0 ? tutors.join(", ") : <span className="muted">{peopleWords.noTutor}</span>,
  },
  { id: "provider", head: provider, canSort: true, cell: ({ providers }) => providers.join(", ") },
  { id: "targets", head: targets, canSort: true, width: "90px", cell: (one) => <Targets {...one} /> },
  { id: "reviews", head: reviews, canSort: true, width: "90px", cell: ({ reviewsClosed }) => reviewsClosed },
  {
    id: "next",
    head: next,
    canSort: true,
    width: "150px",
    cell: ({ nextReviewOn }) => <NextReview on={nextReviewOn} />,
  },
];

/** What a column sorts by; what is missing comes last, whichever way it is sorted. */
const sortKeys: Readonly<Record<string, (one: LearnerOverview) => string | number | undefined>> = {
  name: ({ name }) => name.toLocaleLowerCase(),
  tutor: ({ tutors }) => tutors[0],
  provider: ({ providers }) => providers[0],
  targets: (one) => one.targets,
  reviews: ({ reviewsClosed }) => reviewsClosed,
  next: ({ nextReviewOn }) => nextReviewOn,
};

type Direction = "ascending" | "descending";

function sorted(
  learners: readonly LearnerOverview[],
  by: string,
  direction: Direction,
): readonly LearnerOverview[] {
  const key = sortKeys[by];
  if (!key) return learners;
  const sign = direction === "ascending" ? 1 : -1;
  return learners.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return sign * (typeof one === "string" ? one.localeCompare(String(other)) : one - Number(other));
  });
}

/** A row opens the learner's record. */
export function LearnersView({ learners, search }: { learners: readonly LearnerOverview[]; search: string }) {
  const [sorting, setSorting] = useState<{ readonly by: string; readonly direction: Direction }>({
    by: "next",
    direction: "ascending",
  });
  const onSort = (by: string): void =>
    setSorting((last) => ({
      by,
      direction: last.by === by && last.direction === "ascending" ? "descending" : "ascending",
    }));
  const shown = useMemo(() => {
    const found = learners.filter((one) =>
      matches([one.name, one.programme, ...one.providers, ...one.tutors], search),
    );
    return sorted(found, sorting.by, sorting.direction);
  }, [learners, search, sorting]);
  if (shown.length === 0)
    return <EmptyState title={peopleWords.nobodyFits} words={peopleWords.nobodyFitsWords} />;
  return (
    <div className="tablewrap">
      <Table
        label={peopleWords.learnersTable}
        className="ppl-learners"
        columns={columns}
        groups={[{ id: "all", rows: shown }]}
        rowId={(one) => one.learner}
        rowHref={(one) => `/people?learner=${one.learner}`}
        sorting={{ ...sorting, onSort }}
      />
    </div>
  );
}
