/** The safeguarding lead's start page: the school's learners by name, and nothing about them but who tutors them. Needs signal. */
import type { SafeguardedLearner } from "#model/wire/api.ts";
import { matches } from "#model/views/finding.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Table } from "#ui/kit/table/Table.tsx";
import type { Column } from "#ui/kit/table/TableHead.tsx";
import { useKept } from "#ui/use-kept.ts";
import { CannotAsk } from "#ui/staff-shell/CannotAsk.tsx";
import { ListHead } from "#ui/staff-shell/ListHead.tsx";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import { safeguardingWords as words } from "#ui/words/safeguarding.ts";
import { useSafeguarded } from "./use-safeguarded.ts";
import "./safeguarding.css";

const columns: readonly Column<SafeguardedLearner>[] = [
  {
    id: "name",
    head: words.columns.learner,
    width: "45%",
    cell: ({ name, programme }) => (
      <span className="name">
        <Avatar name={name} />
        <span className="name-words">
          <b dir="auto">{name}</b>
          <small>{programme}</small>
        </span>
      </span>
    ),
  },
  {
    id: "tutor",
    head: words.columns.tutor,
    cell: ({ tutors }) =>
      tutors.length > 0 ? tutors.join(", ") : <span className="muted">{words.noTutor}</span>,
  },
];

function List({ learners, search }: { learners: readonly SafeguardedLearner[]; search: string }) {
  const shown = learners.filter(({ name, programme, tutors }) =>
    matches([name, programme, ...tutors], search),
  );
  if (shown.length === 0) return <EmptyState title={words.nobodyFits} words={words.nobodyFitsWords} />;
  return (
    <div className="tablewrap">
      <Table
        label={words.table}
        className="safe-table"
        columns={columns}
        groups={[{ id: "all", rows: shown }]}
        rowId={({ learner }) => learner}
        rowHref={({ learner }) => `/safeguarding/${learner}`}
      />
    </div>
  );
}

/** The page at `/safeguarding`. */
export function Safeguarding() {
  const asked = useSafeguarded();
  const { answer: learners, problem } = asked;
  const [search, setSearch] = useKept("search", "");
  return (
    <StaffPage name={words.title} className="case">
      <ListHead title={words.title} find={words.find} search={search} onSearch={setSearch} />
      <p className="safe-intro">{words.intro}</p>
      <CannotAsk asked={asked} offline={words.offline} />
      {!learners && !problem && <Placeholder rows={6} label={words.loading} />}
      {learners && learners.length > 0 && <List learners={learners} search={search} />}
      {learners?.length === 0 && <EmptyState title={words.nobody} words={words.nobodyWords} />}
    </StaffPage>
  );
}
