/** The coordinator's start screen: everybody at the organisation, who sees whom, devices, and sign-in codes. Needs signal. */
import { Printer, UserPlus } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { PeopleOverview, PersonOverview } from "#model/wire/api.ts";
import { isIdOf, personOfLearner } from "#model/id.ts";
import type { PersonId } from "#model/id.ts";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FilterButton } from "#ui/kit/press/FilterButton.tsx";
import { useKept } from "#ui/use-kept.ts";
import { CannotAsk } from "#ui/staff-shell/CannotAsk.tsx";
import { ListHead } from "#ui/staff-shell/ListHead.tsx";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import type { Asked } from "#ui/staff-shell/use-asked.ts";
import { peopleFilterWords, peopleFilters, peopleWords } from "#ui/words/staff/people.ts";
import type { PeopleFilter } from "#ui/words/staff/people.ts";
import { AddDialog } from "./AddDialog.tsx";
import { AssignDialog } from "./AssignDialog.tsx";
import { BesideList } from "./BesideList.tsx";
import { useCodesFor } from "./codes-for.ts";
import { CodesSheet } from "./CodesSheet.tsx";
import { Drawer } from "./Drawer.tsx";
import { LearnersView } from "./LearnersView.tsx";
import { keeps, needsCode, shownPeople } from "./people-list.ts";
import { PeopleTable, Picked } from "./PeopleTable.tsx";
import { NoLeadYet } from "./SafeguardingLead.tsx";
import { useMyOrganisation, usePeople } from "./use-people.ts";
import "./people.css";

/** Which list is shown: people, or the learners with what their summaries say. */
type View = PeopleFilter | "overview";

type ListProps = { readonly asked: Asked<PeopleOverview>; readonly overview: PeopleOverview };

function Filters({
  overview,
  view,
  onView,
}: {
  overview: PeopleOverview;
  view: View;
  onView: (view: View) => void;
}) {
  return (
    <fieldset className="filters" aria-label={peopleWords.filters}>
      {peopleFilters.map((filter) => (
        <FilterButton
          key={filter}
          isSelected={view === filter}
          onChange={() => onView(filter)}
          count={overview.people.filter((person) => keeps(person, filter)).length}
        >
          {peopleFilterWords[filter]}
        </FilterButton>
      ))}
      <FilterButton
        isSelected={view === "overview"}
        onChange={() => onView("overview")}
        count={overview.learners.length}
      >
        {peopleWords.overview}
      </FilterButton>
    </fieldset>
  );
}

/** The person the address names, in either list. */
function useOpened({ people }: PeopleOverview): PersonOverview | undefined {
  const [search] = useSearchParams();
  const learner = search.get("learner");
  const id = isIdOf("learner", learner) ? personOfLearner(learner) : search.get("person");
  return people.find((person) => person.person === id);
}

type HeadProps = {
  readonly overview: PeopleOverview;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onAdd: () => void;
};

function Head({ overview, search, onSearch, onAdd }: HeadProps) {
  const codesFor = useCodesFor();
  const without = overview.people.filter(needsCode);
  return (
    <ListHead
      title={peopleWords.title}
      about={peopleWords.at(overview.people.length, overview.organisation.name)}
      find={peopleWords.find}
      search={search}
      onSearch={onSearch}
    >
      <Button small icon={UserPlus} onPress={onAdd}>
        {peopleWords.add}
      </Button>
      {without.length > 0 && (
        <Button
          small
          kind="main"
          icon={Printer}
          href="/people?sheet=codes"
          onPress={() => codesFor.makeFor(without.map(({ person }) => person))}
        >
          {peopleWords.codesSheet(without.length)}
        </Button>
      )}
    </ListHead>
  );
}

function Lists({ asked, overview }: ListProps) {
  const [search, setSearch] = useKept("search", "");
  const [view, setView] = useKept<View>("view", "everyone");
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set());
  const [dialog, setDialog] = useState<"add" | "assign">();
  const opened = useOpened(overview);
  const close = (): void => setDialog(undefined);
  return (
    <>
      <Head overview={overview} search={search} onSearch={setSearch} onAdd={() => setDialog("add")} />
      <CannotAsk asked={asked} offline={peopleWords.offline} />
      <NoLeadYet overview={overview} />
      <Filters overview={overview} view={view} onView={setView} />
      <div className={opened ? "ppl-grid" : "ppl-grid ppl-alone"}>
        {view === "overview" ? (
          <LearnersView learners={overview.learners} search={search} />
        ) : (
          <PeopleTable
            people={shownPeople(overview.people, { filter: view, search })}
            chosen={chosen}
            onChosen={setChosen}
            opened={opened}
          />
        )}
        {opened && (
          <Drawer
            key={opened.person}
            person={opened}
            overview={overview}
            onAssign={() => setDialog("assign")}
            onChanged={asked.reload}
          />
        )}
      </div>
      <Picked chosen={chosen} onClear={() => setChosen(new Set())} />
      {dialog === "add" && (
        <AddDialog org={overview.organisation.id} onClose={close} onAdded={asked.reload} />
      )}
      {dialog === "assign" && opened && (
        <AssignDialog person={opened} overview={overview} onClose={close} onChanged={asked.reload} />
      )}
    </>
  );
}

function Nobody() {
  return (
    <EmptyState
      title={peopleWords.empty}
      words={peopleWords.emptyWords}
      action={<Button href="/roster">{peopleWords.bringIn}</Button>}
    />
  );
}

function PeopleList() {
  const asked = usePeople(useMyOrganisation());
  const { answer: overview, problem } = asked;
  return (
    <StaffPage name={peopleWords.title} className="case ppl">
      {!overview && (
        <>
          <h1>{peopleWords.title}</h1>
          {problem ? (
            <CannotAsk asked={asked} offline={peopleWords.offline} />
          ) : (
            <Placeholder rows={8} label={peopleWords.loading} />
          )}
        </>
      )}
      {overview && (
        <BesideList>
          <Lists asked={asked} overview={overview} />
        </BesideList>
      )}
      {overview && overview.people.length <= 1 && <Nobody />}
    </StaffPage>
  );
}

/** The page at `/people`. */
export function People() {
  const [search] = useSearchParams();
  return search.get("sheet") === "codes" ? <CodesSheet /> : <PeopleList />;
}
