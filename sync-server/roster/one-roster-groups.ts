/**
 * Turns the classes and enrolments of a OneRoster list into groups. A place in a class gives access to
 * young people's plans, so what does not add up is left out, never guessed.
 */
import { isDeleted } from "./one-roster-people.ts";
import type { ColumnOf, OneRosterTable } from "./one-roster-files.ts";
import { createClosest } from "./reading/closest.ts";
import { dayOrderOf, isAmbiguous, readLooseDate } from "./reading/loose-date.ts";
import type { TableRow } from "./reading/csv-table.ts";
import type { FoundProblem, ProblemList } from "./reading/problem-list.ts";
import type { RosterGroup, RosterMember, RosterPerson } from "./roster.ts";

/** What the groups are read from. */
export interface GroupTables {
  readonly classes: OneRosterTable<"classes">;
  readonly enrollments: OneRosterTable<"enrollments">;
  readonly people: readonly RosterPerson[];
  /** Ids that are in the files but not among `people`, whose enrolments need no further word. */
  readonly leftOut: ReadonlySet<string>;
}

type EnrolmentRow = TableRow<ColumnOf<"enrollments">>;
type ClassHead = Pick<RosterGroup, "sourcedId" | "title" | "kind">;

/** Classes in the list's order, with their members in the order of the enrolments. Deleted ones are left out. */
export function readGroups(tables: GroupTables, problems: ProblemList): RosterGroup[] {
  const { heads, deleted } = readClasses(tables.classes, problems);
  const membersByClass = readMembers(tables, { heads, deleted, problems });
  return [...heads.values()].map((head) => ({
    ...head,
    members: [...(membersByClass.get(head.sourcedId)?.values() ?? [])],
  }));
}

const closestClassType = createClosest(["homeroom", "scheduled"]);

function readClasses(
  { file, rows }: OneRosterTable<"classes">,
  problems: ProblemList,
): { heads: Map<string, ClassHead>; deleted: Set<string> } {
  const heads = new Map<string, ClassHead>();
  const deleted = new Set<string>();
  for (const { line, cell } of rows) {
    const sourcedId = cell("sourcedId");
    const title = cell("title") || cell("classCode") || sourcedId;
    if (sourcedId === "") {
      problems.add({
        file,
        line,
        code: "id-missing",
        effect: "left-out",
        detail: "The row has no sourcedId.",
      });
    } else if (isDeleted(cell("status"), { file, line, problems })) {
      deleted.add(sourcedId);
      const detail = `The class “${title}” is to be deleted, so it gives nobody access.`;
      problems.add({ file, line, code: "class-deleted", effect: "left-out", detail });
    } else {
      const earlier = heads.get(sourcedId);
      if (earlier && earlier.title !== title) {
        const detail = `“${sourcedId}” is there before, as ${earlier.title}. This line counts.`;
        problems.add({ file, line, code: "id-twice", effect: "read-as", detail });
      }
      const kind = closestClassType(cell("classType")) === "homeroom" ? "homeroom" : "class";
      heads.set(sourcedId, { sourcedId, title, kind });
    }
  }
  return { heads, deleted };
}

interface ClassesFound {
  readonly heads: ReadonlyMap<string, ClassHead>;
  readonly deleted: ReadonlySet<string>;
  readonly problems: ProblemList;
}

function readMembers(tables: GroupTables, found: ClassesFound): Map<string, Map<string, RosterMember>> {
  const { file, rows } = tables.enrollments;
  const personById = new Map(tables.people.map((person) => [person.sourcedId, person]));
  const datesOf = dateReader(tables.enrollments, found.problems);
  const membersByClass = new Map<string, Map<string, RosterMember>>();
  for (const row of rows) {
    if (isDeleted(row.cell("status"), { file, line: row.line, problems: found.problems })) continue;
    const classId = row.cell("classSourcedId");
    const problem = placeProblem(row, { tables, found, personById });
    if (problem) found.problems.add({ file, line: row.line, ...problem });
    const person = personById.get(row.cell("userSourcedId"));
    if (problem || !person || !found.heads.has(classId)) continue;
    const members = membersByClass.get(classId) ?? new Map<string, RosterMember>();
    membersByClass.set(classId, members);
    const as = person.role === "learner" ? "learner" : "staff";
    const member = { person: person.sourcedId, as, file, line: row.line, ...datesOf(row) } as const;
    members.set(member.person, longerOf(members.get(member.person), member));
  }
  return membersByClass;
}

/** Of two places of one person in one class, the one that lasts longer. */
const longerOf = (earlier: RosterMember | undefined, later: RosterMember): RosterMember =>
  earlier && (earlier.endsOn ?? "9999") >= (later.endsOn ?? "9999") ? earlier : later;

const closestRole = createClosest(["student", "teacher", "aide", "proctor", "administrator"]);

/** Why this person has no place in this class, as far as somebody should know. */
function placeProblem(
  row: EnrolmentRow,
  {
    tables,
    found,
    personById,
  }: { tables: GroupTables; found: ClassesFound; personById: ReadonlyMap<string, RosterPerson> },
): Pick<FoundProblem, "code" | "effect" | "detail"> | undefined {
  const classId = row.cell("classSourcedId");
  const userId = row.cell("userSourcedId");
  if (found.deleted.has(classId) || tables.leftOut.has(userId)) return undefined;
  const head = found.heads.get(classId);
  const person = personById.get(userId);
  if (!head) return { code: "id-unknown", effect: "left-out", detail: `There is no class “${classId}”.` };
  if (!person) return { code: "id-unknown", effect: "left-out", detail: `There is no user “${userId}”.` };
  const written = row.cell("role");
  const role = closestRole(written);
  if (role === undefined)
    return { code: "role-unknown", effect: "left-out", detail: `“${written}” is not a role in a class.` };
  if ((role === "student") === (person.role === "learner")) return undefined;
  const [is, was] = person.role === "learner" ? ["a student", "staff"] : ["staff", "a student"];
  const detail = `${person.name} is ${is} in the list of users and ${was} in “${head.title}”. This place in the class was not used.`;
  return { code: "role-mismatch", effect: "left-out", detail };
}

type Dates = Pick<RosterMember, "beginsOn" | "endsOn">;

/** Reads the two dates of a row, each in the order its own column shows. */
function dateReader(
  { file, rows }: OneRosterTable<"enrollments">,
  problems: ProblemList,
): (row: EnrolmentRow) => Dates {
  const orders = {
    beginDate: dayOrderOf(rows.map(({ cell }) => cell("beginDate"))),
    endDate: dayOrderOf(rows.map(({ cell }) => cell("endDate"))),
  };
  const read = ({ line, cell }: EnrolmentRow, column: "beginDate" | "endDate"): string | undefined => {
    const written = cell(column);
    if (written === "") return undefined;
    const date = readLooseDate(written, orders[column]);
    if (date === undefined) {
      const detail = `“${written}” in ${column} is not a date.`;
      problems.add({ file, line, code: "date-unreadable", effect: "ignored", detail });
    } else if (isAmbiguous(written, orders[column])) {
      const detail = `Dates in ${column} are read as day, month, year.`;
      problems.add({ file, line, code: "ambiguous-date", effect: "read-as", detail });
    }
    return date;
  };
  return (row) => {
    const beginsOn = read(row, "beginDate");
    const endsOn = read(row, "endDate");
    return { ...(beginsOn !== undefined && { beginsOn }), ...(endsOn !== undefined && { endsOn }) };
  };
}
