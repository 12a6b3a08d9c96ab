/**
 * Reads the simple list: a CSV file with one row a person, kept by hand or saved from a spreadsheet. Tutors and
 * teachers are named in the learner's row, or come by a shared tutor group or provider.
 */
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { RosterRefusal } from "#model/wire/roster-preview.ts";
import { groupsOf } from "./plain-csv-groups.ts";
import { peopleOf, plainShape } from "./plain-csv-people.ts";
import { readTable } from "./reading/csv-table.ts";
import { createProblemList } from "./reading/problem-list.ts";
import type { Roster } from "./roster.ts";

/** A file to start from, with people nobody is. Several tutors or teachers are separated by semicolons. */
export const plainCsvTemplate = [
  "name,role,id,user name,programme,tutor group,tutors,teachers,provider",
  "Robin Example,learner,1001,,Joinery,10C,,Sam Sample,Any Workshop",
  "Ash Example,learner,1002,,Catering,,Alex Sample,Sam Sample; Kim Sample,",
  "Alex Sample,tutor,2001,,,10C,,,",
  "Sam Sample,teacher,2002,,,,,,",
  "Kim Sample,teacher,2003,,,,,,",
  "Jo Sample,provider staff,2004,,,,,,Any Workshop",
  "",
].join("\r\n");

/** The file and what it cannot say itself. */
export interface PlainList {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly organisation: string;
}

const refuse = (why: RosterRefusal): Outcome<never> => no("roster-unreadable", why);

/** Problems: `roster-unreadable`, with a `RosterRefusal` as detail. */
export function readPlainCsv({ file, bytes, organisation }: PlainList): Outcome<Roster> {
  if (bytes.byteLength > 16 * 1024 * 1024) return refuse("too-large");
  const problems = createProblemList();
  const table = readTable({ file, bytes, problems }, plainShape);
  if (!table) return refuse("no-header");
  const people = peopleOf(table, file, problems);
  const { rows, setAside, relativesLeftOut } = people;
  if (rows.length === 0) return refuse("no-people");
  const { groups, namedOnly } = groupsOf(people, problems);
  return yes({
    organisation: { name: organisation },
    people: rows.map(({ person }) => person),
    groups,
    namedOnly,
    problems: problems.all(),
    setAside: [...setAside],
    relativesLeftOut,
    complete: { people: true, groups: true },
  });
}
