/**
 * Turns the rows of the simple list into people, whatever the headers and roles are called in this school.
 */
import { bareWord, createClosest } from "./reading/closest.ts";
import type { TableRow, TableShape } from "./reading/csv-table.ts";
import type { ProblemList } from "./reading/problem-list.ts";
import type { RosterPerson, RosterRole } from "./roster.ts";

const columns = [
  { name: "name", alsoCalled: ["full name", "display name"] },
  { name: "first name", alsoCalled: ["given name", "forename", "givenName"] },
  { name: "last name", alsoCalled: ["family name", "surname", "familyName"] },
  { name: "role", alsoCalled: ["type"] },
  { name: "id", alsoCalled: ["learner number", "staff number", "number", "upn", "sourcedId"] },
  { name: "user name", alsoCalled: ["login"] },
  { name: "tutor group", alsoCalled: ["group", "form", "registration group"] },
  { name: "tutors", alsoCalled: ["tutor", "key worker"] },
  { name: "teachers", alsoCalled: ["teacher", "teaching team", "taught by"] },
  { name: "programme", alsoCalled: ["course", "study programme", "pathway"] },
  { name: "provider", alsoCalled: ["off-site provider", "site"] },
] as const;

type PlainColumn = (typeof columns)[number]["name"];

/** The columns of the simple list; each may be called what schools call it. */
export const plainShape: TableShape<PlainColumn> = { columns, required: ["role"] };

/** As long as a learner's record takes it. */
const MAX_PROGRAMME_LENGTH = 500;

/** A person with the row they stand in. */
export interface PlainRow {
  readonly person: RosterPerson;
  readonly cell: (name: PlainColumn) => string;
}

const roleByWord: Readonly<Record<string, RosterRole | "relative">> = {
  learner: "learner",
  student: "learner",
  pupil: "learner",
  tutor: "tutor",
  "personal tutor": "tutor",
  "form tutor": "tutor",
  "key worker": "tutor",
  teacher: "teacher",
  staff: "teacher",
  "teaching assistant": "teacher",
  administrator: "teacher",
  "provider staff": "provider-staff",
  "off-site staff": "provider-staff",
  provider: "provider-staff",
  coordinator: "coordinator",
  "co-ordinator": "coordinator",
  parent: "relative",
  carer: "relative",
  guardian: "relative",
  relative: "relative",
};

const closestRole = createClosest(Object.keys(roleByWord));

/** The people of the list in its order, and what is not among them. */
export interface PlainPeople {
  readonly rows: PlainRow[];
  readonly setAside: Set<string>;
  /** Names of rows that could not be used, as bare words: such a name is nobody else's either. */
  readonly unusable: Set<string>;
  relativesLeftOut: number;
}

/** Everyone in the list once. A second row about the same person, or with the same name and no id, is left out. */
export function peopleOf(
  table: readonly TableRow<PlainColumn>[],
  file: string,
  problems: ProblemList,
): PlainPeople {
  const people: PlainPeople = { rows: [], setAside: new Set(), unusable: new Set(), relativesLeftOut: 0 };
  const lineById = new Map<string, number>();
  for (const { line, cell } of table) {
    const problem = { file, line, effect: "left-out" } as const;
    const name = nameOf(cell);
    const sourcedId = cell("id") || `name:${name.toLowerCase()}`;
    const role = roleOf(cell("role"), { file, line, problems });
    const earlier = lineById.get(sourcedId);
    if (role === "relative") people.relativesLeftOut += 1;
    else if (name === "" && cell("id") === "") {
      problems.add({ ...problem, code: "name-missing", detail: "The row has neither a name nor an id." });
    } else if (role === undefined) {
      people.setAside.add(sourcedId);
      people.unusable.add(bareWord(name));
    } else if (earlier !== undefined) {
      people.unusable.add(bareWord(name));
      const detail = `“${name}” is also on line ${earlier}. If they are two people, give each an id.`;
      problems.add({ ...problem, code: cell("id") === "" ? "name-twice" : "id-twice", detail });
    } else {
      lineById.set(sourcedId, line);
      people.rows.push({ person: { ...personOf(cell, { sourcedId, role }), file, line }, cell });
    }
  }
  return people;
}

type Cell = TableRow<PlainColumn>["cell"];

const nameOf = (cell: Cell): string =>
  cell("name") || [cell("first name"), cell("last name")].filter((part) => part !== "").join(" ");

function personOf(
  cell: Cell,
  { sourcedId, role }: { sourcedId: string; role: RosterRole },
): Omit<RosterPerson, "file" | "line"> {
  const name = nameOf(cell) || sourcedId;
  const parts = name.split(" ");
  const userName = cell("user name");
  const provider = cell("provider");
  const programme = role === "learner" ? cell("programme").slice(0, MAX_PROGRAMME_LENGTH) : "";
  return {
    sourcedId,
    name,
    role,
    givenName: cell("first name") || (parts[0] ?? ""),
    familyName: cell("last name") || (parts.length > 1 ? (parts.at(-1) ?? "") : ""),
    ...(userName !== "" && { userName }),
    ...(provider !== "" && { provider }),
    ...(programme !== "" && { programme }),
  };
}

function roleOf(
  written: string,
  { file, line, problems }: { file: string; line: number; problems: ProblemList },
): RosterRole | "relative" | undefined {
  const word = closestRole(written);
  if (word === undefined) {
    const detail = written === "" ? "The row has no role." : `“${written}” is not a role.`;
    problems.add({ file, line, code: "role-unknown", effect: "left-out", detail });
    return undefined;
  }
  if (word === "administrator") {
    const detail =
      "An administrator is added as staff. Give them the role in Waymark if they are to have it.";
    problems.add({ file, line, code: "administrator-as-staff", effect: "read-as", detail });
  }
  return roleByWord[word];
}
