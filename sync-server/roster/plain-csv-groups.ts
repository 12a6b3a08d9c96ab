/**
 * Makes groups of what the simple list says in its rows: tutor groups, the people a learner's row names, and
 * providers. A name that is nearly somebody's is only suggested: access is never given on a guess.
 */
import type { PlainRow } from "./plain-csv-people.ts";
import { bareWord, closestOf } from "./reading/closest.ts";
import type { ProblemList } from "./reading/problem-list.ts";
import type { GroupKind, RosterGroup, RosterMember } from "./roster.ts";

interface GroupBeingMade {
  readonly sourcedId: string;
  readonly title: string;
  readonly kind: GroupKind;
  readonly members: RosterMember[];
}

/** Tutor groups and named tutors make homerooms, named teachers classes, providers their own kind. */
export function groupsOf(rows: readonly PlainRow[], problems: ProblemList): RosterGroup[] {
  const groups = new Map<string, GroupBeingMade>();
  const groupOf = (kind: GroupKind, prefix: string, title: string): GroupBeingMade => {
    const sourcedId = `${prefix}:${title.toLowerCase()}`;
    const group = groups.get(sourcedId) ?? { sourcedId, title, kind, members: [] };
    groups.set(sourcedId, group);
    return group;
  };
  const staffByWord = staffIndex(rows);
  for (const row of rows) {
    const { person, cell } = row;
    const tutorGroup = cell("tutor group");
    const provider = cell("provider");
    if (tutorGroup !== "" && (person.role === "learner" || person.role === "tutor")) {
      groupOf("homeroom", "group", tutorGroup).members.push(memberOf(row));
    }
    if (provider !== "" && (person.role === "learner" || person.role === "provider-staff")) {
      groupOf("provider", "provider", provider).members.push(memberOf(row));
    }
    if (person.role !== "learner") continue;
    for (const staff of namedIn(row, "tutors", { staffByWord, problems })) {
      addPair(groupOf("homeroom", "tutor", staff.person.sourcedId), staff, row);
    }
    for (const staff of namedIn(row, "teachers", { staffByWord, problems })) {
      addPair(groupOf("class", "teacher", staff.person.sourcedId), staff, row);
    }
  }
  return [...groups.values()];
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
  readonly problems: ProblemList;
}

function namedIn(
  { person, cell }: PlainRow,
  column: "tutors" | "teachers",
  { staffByWord, problems }: StaffKnown,
): PlainRow[] {
  const names = cell(column)
    .split(/[;|,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.flatMap((name) => {
    const staff = staffByWord.get(bareWord(name));
    if (staff !== undefined && staff !== "several") return [staff];
    const suggestion = staff === undefined ? suggestionFor(name, staffByWord) : undefined;
    const reason = staff === "several" ? "Several staff are called" : "No member of staff is called";
    problems.add({
      file: person.file,
      line: person.line,
      code: "name-unknown",
      effect: "left-out",
      detail: `${reason} “${name}” (${column}).`,
      ...(suggestion !== undefined && { suggestion }),
    });
    return [];
  });
}

function suggestionFor(name: string, staffByWord: StaffKnown["staffByWord"]): string | undefined {
  const staff = [...staffByWord.values()].filter((row) => row !== "several").map((row) => row.person.name);
  return closestOf(name, [...new Set(staff)]);
}
