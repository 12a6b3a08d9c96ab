/** The safeguarding lead's start page: the school's learners by name, and nothing about them but who tutors them. Needs signal. */
import { useRef, useState } from "react";
import type { SafeguardedLearner } from "#model/wire/api.ts";
import { matches } from "#model/views/caseload.ts";
import { SearchField } from "#ui/kit/fields/SearchField.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Table } from "#ui/kit/table/Table.tsx";
import type { Column } from "#ui/kit/table/TableHead.tsx";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import { useSearchKey } from "#ui/staff-shell/use-search-key.ts";
import { safeguardingWords as words } from "#ui/words/safeguarding.ts";
import { CannotAsk } from "./CannotAsk.tsx";
import { Nobody } from "./Nobody.tsx";
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
    matches({ name, programme, providers: tutors }, search),
  );
  if (shown.length === 0) return <Nobody title={words.nobodyFits} words={words.nobodyFitsWords} />;
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
  const { learners, problem } = asked;
  const [search, setSearch] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useSearchKey(field);
  return (
    <StaffPage name={words.title} className="case">
      <div className="case-head">
        <h1>{words.title}</h1>
        <SearchField
          label={words.find}
          clearLabel={words.clear}
          value={search}
          onChange={setSearch}
          shortcut="/"
          inputRef={field}
        />
      </div>
      <p className="safe-intro">{words.intro}</p>
      <CannotAsk asked={asked} />
      {!learners && !problem && <Placeholder rows={6} label={words.loading} />}
      {learners && learners.length > 0 && <List learners={learners} search={search} />}
      {learners?.length === 0 && <Nobody title={words.nobody} words={words.nobodyWords} />}
    </StaffPage>
  );
}
