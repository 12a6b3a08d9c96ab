/** A tutor's start screen: everybody they look after, the review due first at the top. Works from this device alone. */
import { useCallback, useDeferredValue, useMemo } from "react";
import { caseloadFilters, passes } from "#model/views/caseload-filters.ts";
import type { CaseloadRow } from "#model/views/caseload.ts";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Kbd } from "#ui/kit/pieces/Kbd.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FilterButton } from "#ui/kit/press/FilterButton.tsx";
import { Table } from "#ui/kit/table/Table.tsx";
import { useOpenReview } from "#ui/review/use-open-review.ts";
import { useKept } from "#ui/use-kept.ts";
import { ListHead } from "#ui/staff-shell/ListHead.tsx";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { now, useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayLongDay } from "#ui/words/dates.ts";
import { caseload, filterWords } from "#ui/words/staff/caseload.ts";
import { caseloadColumns } from "./caseload-columns.tsx";
import { useCaseloadView } from "./caseload-view.ts";
import { EmptyCaseload } from "./EmptyCaseload.tsx";
import { groupsOf, shownRows } from "./shown-rows.ts";
import { useCaseload } from "./use-caseload.ts";
import { useGradually } from "./use-gradually.ts";
import "./caseload.css";

function Filters({ rows, hasLog }: { rows: readonly CaseloadRow[]; hasLog: boolean }) {
  const { filter, setFilter } = useCaseloadView();
  const offered = caseloadFilters.filter((one) => hasLog || one !== "quiet");
  return (
    <fieldset className="filters" aria-label={caseload.filters}>
      {offered.map((one) => (
        <FilterButton
          key={one}
          isSelected={filter === one}
          onChange={() => setFilter(one)}
          count={rows.filter((row) => passes(row, one, now())).length}
        >
          {filterWords[one]}
        </FilterButton>
      ))}
    </fieldset>
  );
}

const keys = [
  { keys: ["J", "K"], words: caseload.keys.move },
  { keys: ["Enter"], words: caseload.keys.open },
  { keys: ["R"], words: caseload.keys.start },
  { keys: ["/"], words: caseload.keys.find },
] as const;

const Keys = () => (
  <div className="keys" aria-hidden="true">
    {keys.map(({ keys: pressed, words }) => (
      <span key={words}>
        {pressed.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
        {words}
      </span>
    ))}
  </div>
);

function LearnersTable({ rows, hasLog }: { rows: readonly CaseloadRow[]; hasLog: boolean }) {
  const openReview = useOpenReview();
  const most = useGradually(rows.length);
  const groups = useMemo(() => groupsOf(rows, most), [rows, most]);
  const pressKey = useCallback(
    (learner: string, key: string) => {
      const next = rows.find((row) => row.learner === learner)?.next;
      if (key.toLowerCase() === "r" && next) void openReview(next);
    },
    [rows, openReview],
  );
  return (
    <div className="tablewrap">
      <Table
        label={caseload.table}
        className="caseload"
        columns={caseloadColumns(hasLog)}
        groups={groups}
        rowId={(row) => row.learner}
        rowHref={(row) => `/learner/${row.learner}`}
        onRowKey={pressKey}
      />
    </div>
  );
}

function Learners({ rows }: { rows: readonly CaseloadRow[] }) {
  const hasLog = useAccount().home !== "provider";
  const { filter, setFilter } = useCaseloadView();
  const [search, setSearch] = useKept("search", "");
  const wanted = useDeferredValue(search);
  const shown = useMemo(
    () => shownRows(rows, { filter, search: wanted, now: now() }),
    [rows, filter, wanted],
  );
  const showEveryone = (): void => {
    setSearch("");
    setFilter("everyone");
  };
  const nobodyFits = (
    <EmptyState
      title={caseload.nobodyFound}
      words={caseload.nobodyFoundWords}
      action={<Button onPress={showEveryone}>{caseload.showEveryone}</Button>}
    />
  );
  return (
    <>
      <ListHead
        title={caseload.title}
        about={sayLongDay(useToday())}
        find={caseload.find}
        search={search}
        onSearch={setSearch}
      />
      <Filters rows={rows} hasLog={hasLog} />
      {shown.length === 0 ? (
        <WhenAllIsHere>{nobodyFits}</WhenAllIsHere>
      ) : (
        <LearnersTable rows={shown} hasLog={hasLog} />
      )}
      <Keys />
    </>
  );
}

/** The page at `/caseload`. */
export function Caseload() {
  const rows = useCaseload();
  if (rows?.length === 0)
    return (
      <StaffPage name={caseload.title} className="case em-case">
        <div className="case-head">
          <h1>{caseload.title}</h1>
        </div>
        <EmptyCaseload />
      </StaffPage>
    );
  return (
    <StaffPage name={caseload.title} className="case">
      {rows ? <Learners rows={rows} /> : <Placeholder rows={8} label={everywhere.loading} />}
    </StaffPage>
  );
}
