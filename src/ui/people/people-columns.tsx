/** What each column of the people list shows. */
import { Laptop, Ticket } from "lucide-react";
import type { PersonOverview } from "#model/wire/api.ts";
import type { PersonId } from "#model/id.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import type { Column } from "#ui/kit/table/TableHead.tsx";
import { usePerson } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { sayLastInside } from "#ui/words/staff/dates.ts";
import { peopleWords, roleWords } from "#ui/words/staff/people.ts";
import { isLearner } from "./people-list.ts";

type Cell = { readonly person: PersonOverview };

function Who({ person }: Cell) {
  const known = usePerson(person.person);
  return (
    <span className="name">
      <Avatar name={person.name} drawn={known?.picture} />
      <span className="name-words">
        <b>{person.name}</b>
        <small>{person.hasSignedIn ? person.userName : peopleWords.notSignedIn}</small>
      </span>
    </span>
  );
}

/** "Tutor, Coordinator": each role once, in words. "Staff" is left out where something more is known. */
export function sayRoles({ roles, provider }: PersonOverview): string {
  if (provider !== undefined) return peopleWords.offSite;
  const more = roles.filter((role) => role !== "staff");
  return [...new Set((more.length > 0 ? more : roles).map((role) => roleWords[role]))].join(", ");
}

function Role({ person }: Cell) {
  return (
    <>
      {sayRoles(person)}
      {person.provider !== undefined && <small>{person.provider}</small>}
    </>
  );
}

/** Whom somebody sees, in a few words. */
function sayWhomTheySee(person: PersonOverview): string {
  if (isLearner(person)) return peopleWords.ownRecord;
  const parts = [
    person.tutorOf > 0 ? peopleWords.tutors(person.tutorOf) : "",
    person.teaches > 0 ? peopleWords.teaches(person.teaches) : "",
  ].filter(Boolean);
  if (person.provider !== undefined) return peopleWords.learnersAt(person.provider);
  const looksAfter = person.roles.some((role) => role === "coordinator" || role === "administrator");
  if (person.roles.includes("safeguarding-lead")) parts.push(peopleWords.privateEntries);
  return parts.length > 0 ? parts.join(", ") : looksAfter ? peopleWords.names : peopleWords.nobody;
}

function Devices({ person }: Cell) {
  const today = useToday();
  if (person.left) return <span className="muted">{peopleWords.left}</span>;
  if (person.hasCode) return <Chip icon={Ticket}>{peopleWords.codeNotUsed}</Chip>;
  if (person.devices === 0) return <span className="muted">{peopleWords.noDevice}</span>;
  return (
    <>
      <span className="inl">
        <Icon of={Laptop} small />
        {peopleWords.devices(person.devices)}
      </span>
      {person.lastSeenAt !== undefined && (
        <small>{peopleWords.lastSeen(sayLastInside(person.lastSeenAt, today))}</small>
      )}
    </>
  );
}

/** Who is chosen for the codes sheet. */
export interface Choosing {
  readonly chosen: ReadonlySet<PersonId>;
  readonly choose: (person: PersonId, isChosen: boolean) => void;
}

/** The first column is the row's link; the last holds its box. */
export const peopleColumns = ({ chosen, choose }: Choosing): readonly Column<PersonOverview>[] => [
  { id: "person", head: peopleWords.columns.person, cell: (person) => <Who person={person} />, width: "30%" },
  { id: "role", head: peopleWords.columns.role, cell: (person) => <Role person={person} />, width: "20%" },
  { id: "sees", head: peopleWords.columns.sees, cell: (person) => sayWhomTheySee(person) },
  {
    id: "devices",
    head: peopleWords.columns.devices,
    cell: (person) => <Devices person={person} />,
    width: "22%",
  },
  {
    id: "choose",
    head: peopleWords.columns.choose,
    width: "64px",
    cell: ({ person, name }) => (
      <Checkbox
        aria-label={peopleWords.choose(name)}
        isSelected={chosen.has(person)}
        onChange={(isChosen) => choose(person, isChosen)}
      />
    ),
  },
];
