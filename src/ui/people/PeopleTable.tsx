/** The list of people, and those chosen in it. */
import { Printer } from "lucide-react";
import type { PersonOverview } from "#model/wire/api.ts";
import type { PersonId } from "#model/id.ts";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { Table } from "#ui/kit/table/Table.tsx";
import { peopleWords } from "#ui/words/staff/people.ts";
import { useCodesFor } from "./codes-for.ts";
import { peopleColumns } from "./people-columns.tsx";

/** What can be done for everybody who is chosen; not there while nobody is. */
export function Picked({ chosen, onClear }: { chosen: ReadonlySet<PersonId>; onClear: () => void }) {
  const codesFor = useCodesFor();
  if (chosen.size === 0) return null;
  return (
    <div className="picked">
      <b>{peopleWords.chosen(chosen.size)}</b>
      <Button small icon={Printer} href="/people?sheet=codes" onPress={() => codesFor.makeFor([...chosen])}>
        {peopleWords.printCodes}
      </Button>
      <span className="small muted">{peopleWords.chosenWords}</span>
      <Button small kind="text" onPress={onClear}>
        {peopleWords.clearChosen}
      </Button>
    </div>
  );
}

/** A row opens the person; its box chooses them. */
export function PeopleTable({
  people,
  chosen,
  onChosen,
  opened,
}: {
  people: readonly PersonOverview[];
  chosen: ReadonlySet<PersonId>;
  onChosen: (chosen: ReadonlySet<PersonId>) => void;
  opened: PersonOverview | undefined;
}) {
  const choose = (person: PersonId, isChosen: boolean): void => {
    const others = [...chosen].filter((one) => one !== person);
    onChosen(new Set(isChosen ? [...others, person] : others));
  };
  if (people.length === 0)
    return <EmptyState title={peopleWords.nobodyFits} words={peopleWords.nobodyFitsWords} />;
  return (
    <div className="tablewrap">
      <Table
        label={peopleWords.table}
        className="ppl-table"
        columns={peopleColumns({ chosen, choose })}
        groups={[{ id: "all", rows: people }]}
        rowId={(person) => person.person}
        rowHref={({ person }) => `/people?person=${person}`}
        selected={opened?.person}
      />
    </div>
  );
}
