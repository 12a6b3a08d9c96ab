/**
 * Makes groups of what the simple list says in its rows: tutor groups, the people a learner's row names, and
 * providers. A name that is nearly somebody's is only suggested: access is never given on a guess.
 */
import type { PlainPeople, PlainRow } from "./plain-csv-people.ts";
import { bareWord, createClosest } from "./reading/closest.ts";
import type { ProblemList } from "./reading/problem-list.ts";
import type { GroupKind, NamedStaff, RosterGroup, RosterMember } from "./roster.ts";

interface GroupBeingMade {
  readonly sourcedId: string;
  readonly title: string;
  readonly kind: GroupKind;
  readonly members: RosterMember[];
}

/** The groups of a list, and the staff it names without having a row of them. */
export interface PlainGroups {
  readonly groups: readonly RosterGroup[];
  readonly namedOnly: readonly NamedStaff[];
}

/** Tutor groups and named tutors make homerooms, named teachers classes, providers their own kind. */
export function groupsOf({ rows, unusable }: PlainPeople, problems: ProblemList): PlainGroups {
  const groups = new Map<string, GroupBeingMade>();
  const groupOf = (kind: GroupKind, id: string, title: string): GroupBeingMade => {
    const sourcedId = id.toLowerCase();
    const group = groups.get(sourcedId) ?? { sourcedId, title, kind, members: [] };
    groups.set(sourcedId, group);
    return group;
  };
  const staffByWord = staffIndex(rows);
  const closestName = createClosest(namesOf(staffByWord));
  const named: StaffKnown = { staffByWord, closestName, unusable, problems, namedOnly: [] };
  for (const row of rows) {
    const { person, cell } = row;
    const tutorGroup = cell("tutor group");
    const provider = cell("provider");
    if (tutorGroup !== "" && (person.role === "learner" || person.role === "tutor")) {
      groupOf("homeroom", `group:${tutorGroup}`, tutorGroup).members.push(memberOf(row));
    }
    if (provider !== "" && (person.role === "learner" || person.role === "provider-staff")) {
      groupOf("provider", `provider:${provider}`, provider).members.push(memberOf(row));
    }
    if (person.role !== "learner") continue;
    for (const staff of namedIn(row, "tutors", named)) {
      addPair(groupOf("homeroom", `tutor:${staff.person.sourcedId}`, staff.person.name), staff, row);
    }
    for (const staff of namedIn(row, "teachers", named)) {
      addPair(groupOf("class", `teacher:${staff.person.sourcedId}`, staff.person.name), staff, row);
    }
  }
  return { groups: [...groups.values()], namedOnly: named.namedOnly };
}

const memberOf = ({ person }: PlainRow): RosterMember => ({
  person: person.sourcedId,
  as: person.role === "learner" ? "learner" : "staff",
  file: person.file,
  line: person.line,
});

function addPair({ members }: GroupBeingMade, staff: PlainRow, learner: PlainRow): void {
  if (members.length === 0) members.push(memberOf(staff));
  members.push(memberOf(learner));
}

/** Staff by name, user name and id. A name that two of them have belongs to neither. */
function staffIndex(rows: readonly PlainRow[]): ReadonlyMap<string, PlainRow | "several"> {
  const staffByWord = new Map<string, PlainRow | "several">();
  for (const row of rows.filter(({ person }) => person.role !== "learner")) {
    const { name, userName = "", sourcedId } = row.person;
    for (const word of new Set([name, userName, sourcedId].map(bareWord))) {
      if (word !== "") staffByWord.set(word, staffByWord.has(word) ? "several" : row);
    }
  }
  return staffByWord;
}

interface StaffKnown {
  readonly staffByWord: ReadonlyMap<string, PlainRow | "several">;
  /** The name of one of them that is nearly this one. */
  readonly closestName: (name: string) => string | undefined;
  readonly unusable: ReadonlySet<string>;
  readonly problems: ProblemList;
  /** Those with no row, as they are found to have none. */
  readonly namedOnly: NamedStaff[];
}

function namedIn(
  { person, cell }: PlainRow,
  column: NamedStaff["column"],
  { staffByWord, closestName, unusable, problems, namedOnly }: StaffKnown,
): PlainRow[] {
  const names = cell(column)
    .split(/[;|,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const { sourcedId, file, line } = person;
  return names.flatMap((name) => {
    const staff = staffByWord.get(bareWord(name));
    if (staff !== undefined && staff !== "several") return [staff];
    const problem = { file, line, effect: "left-out" } as const;
    if (staff === "several") {
      const detail = `Several staff are called “${name}” (${column}). Write the id of the one you mean.`;
      problems.add({ ...problem, code: "name-shared", detail });
    } else if (unusable.has(bareWord(name))) {
      const detail = `The row of “${name}” (${column}) could not be used. Mend it first.`;
      problems.add({ ...problem, code: "name-unknown", detail });
    } else {
      const suggestion = closestName(name);
      namedOnly.push({
        learner: sourcedId,
        name,
        column,
        file,
        line,
        ...(suggestion !== undefined && { suggestion }),
      });
    }
    return [];
  });
}

const namesOf = (staffByWord: StaffKnown["staffByWord"]): readonly string[] =>
  [...staffByWord.values()].filter((row) => row !== "several").map((row) => row.person.name);
