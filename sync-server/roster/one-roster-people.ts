/**
 * Turns the users of a OneRoster list into people. Being in the list gives nobody rights over
 * Waymark itself: its administrators and coordinators are made by hand.
 */
import type { ColumnOf, OneRosterTable } from "./one-roster-files.ts";
import { createClosest } from "./reading/closest.ts";
import type { TableRow } from "./reading/csv-table.ts";
import type { ProblemList } from "./reading/problem-list.ts";
import type { Leaving, RosterPerson, RosterRole } from "./roster.ts";

/** The people of a list, those whose rows could not be used, and how many are somebody's family. */
export interface PeopleReading {
  readonly people: readonly RosterPerson[];
  readonly setAside: readonly string[];
  readonly relativesLeftOut: number;
}

type UserRow = TableRow<ColumnOf<"users">>;

const roleByWord: Readonly<Record<string, RosterRole | "relative">> = {
  student: "learner",
  teacher: "teacher",
  aide: "teacher",
  proctor: "teacher",
  administrator: "teacher",
  parent: "relative",
  guardian: "relative",
  relative: "relative",
};

/** Everyone in the list once, in the list's order. Of two rows about one person the later counts. */
export function readPeople(table: OneRosterTable<"users">, problems: ProblemList): PeopleReading {
  const byId = new Map<string, RosterPerson>();
  const setAside = new Set<string>();
  const relatives = new Set<string>();
  for (const row of table.rows) {
    const sourcedId = row.cell("sourcedId");
    const problem = { file: table.file, line: row.line, effect: "left-out" } as const;
    if (sourcedId === "") {
      problems.add({ ...problem, code: "id-missing", detail: "The row has no sourcedId." });
      continue;
    }
    const role = roleOf(row, table.file, problems);
    if (role === "relative") relatives.add(sourcedId);
    else if (role === undefined) setAside.add(sourcedId);
    else
      keepLater(
        personOf(row, role, { file: table.file, problems }),
        { byId, setAside },
        { file: table.file, problems },
      );
  }
  const people = [...byId.values()].filter(({ sourcedId }) => !setAside.has(sourcedId));
  return { people, setAside: [...setAside], relativesLeftOut: relatives.size };
}

interface Reading {
  readonly file: string;
  readonly problems: ProblemList;
}

function keepLater(
  person: RosterPerson,
  { byId, setAside }: { byId: Map<string, RosterPerson>; setAside: Set<string> },
  { file, problems }: Reading,
): void {
  const { sourcedId, line } = person;
  const earlier = byId.get(sourcedId);
  byId.set(sourcedId, person);
  if (!earlier) return;
  if (earlier.role !== person.role) {
    setAside.add(sourcedId);
    const detail = `“${sourcedId}” is a ${earlier.role} on line ${earlier.line} and a ${person.role} here. Neither was used.`;
    problems.add({ file, line, code: "id-with-two-roles", effect: "left-out", detail });
  } else if (isDifferent(earlier, person)) {
    const detail = `“${sourcedId}” is also on line ${earlier.line}, as ${earlier.name}. This line counts.`;
    problems.add({ file, line, code: "id-twice", effect: "read-as", detail });
  }
}

const isDifferent = (one: RosterPerson, other: RosterPerson): boolean =>
  JSON.stringify({ ...one, line: 0 }) !== JSON.stringify({ ...other, line: 0 });

const closestRole = createClosest(Object.keys(roleByWord));

function roleOf(row: UserRow, file: string, problems: ProblemList): RosterRole | "relative" | undefined {
  const written = row.cell("role");
  const word = closestRole(written);
  const about = { file, line: row.line };
  if (word === undefined) {
    const detail = written === "" ? "The row has no role." : `“${written}” is not a role.`;
    problems.add({ ...about, code: "role-unknown", effect: "left-out", detail });
    return undefined;
  }
  if (word === "administrator") {
    const detail =
      "An administrator is added as staff. Give them the role in Waymark if they are to have it.";
    problems.add({ ...about, code: "administrator-as-staff", effect: "read-as", detail });
  }
  return roleByWord[word];
}

function personOf(row: UserRow, role: RosterRole, { file, problems }: Reading): RosterPerson {
  const sourcedId = row.cell("sourcedId");
  const given = row.cell("givenName");
  const family = row.cell("familyName");
  const userName = row.cell("username");
  const leaving = leavingOf(row, { file, problems });
  const written = [given, family].filter((part) => part !== "").join(" ");
  const name = written || userName || row.cell("identifier") || sourcedId;
  if (written === "") {
    const detail = `“${sourcedId}” has no name; shown as “${name}” for now.`;
    problems.add({ file, line: row.line, code: "name-missing", effect: "read-as", detail });
  }
  return {
    sourcedId,
    name,
    role,
    file,
    line: row.line,
    givenName: given || family,
    familyName: given === "" ? "" : family,
    ...(userName !== "" && { userName }),
    ...(leaving && { leaving }),
  };
}

function leavingOf(row: UserRow, { file, problems }: Reading): Leaving | undefined {
  if (isDeleted(row.cell("status"), { file, line: row.line, problems })) return "to-be-deleted";
  return /^(false|no|n|0|off|disabled)$/i.test(row.cell("enabledUser")) ? "disabled" : undefined;
}

const closestStatus = createClosest(["active", "inactive", "tobedeleted"]);

/** True for `tobedeleted` and for the older `inactive`. An empty status means active; so does one that is not known. */
export function isDeleted(
  status: string,
  { file, line, problems }: { file: string; line: number; problems: ProblemList },
): boolean {
  if (status === "") return false;
  const known = closestStatus(status);
  if (known === undefined) {
    const detail = `The status “${status}” is not known; read as active.`;
    problems.add({ file, line, code: "status-unknown", effect: "read-as", detail });
  }
  return known === "tobedeleted" || known === "inactive";
}
