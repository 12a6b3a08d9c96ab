/**
 * Finds the staff whom learners' rows name and who have no row in the list: among those who are in the school without
 * it. A name has to fit one person alone; whoever earlier lists brought needs a row, for without one they leave.
 */
import { bareWord, createClosest } from "./reading/closest.ts";
import type { FoundProblem, ProblemList } from "./reading/problem-list.ts";
import type { NamedStaff, Roster, RosterGroup, RosterMember, RosterRole } from "./roster.ts";

/** Somebody who works at this organisation now, and whom no list brought. */
export interface StaffHere {
  readonly personId: string;
  readonly name: string;
  readonly role: "teacher" | "coordinator" | "administrator";
  readonly userName?: string;
}

/** Somebody an earlier list brought. */
interface FromList {
  readonly name: string;
  readonly role: RosterRole | "administrator";
  readonly active: boolean;
}

/** Among whom a name is looked for. */
export interface KnownByName {
  readonly staff: readonly StaffHere[];
  readonly people: ReadonlyMap<string, FromList>;
}

/** Who was found, each once, and the groups that link them to the learners who name them. */
export interface NamedFound {
  readonly staff: readonly StaffHere[];
  readonly groups: readonly RosterGroup[];
}

/** What a member of staff without a row goes by in groups and links. */
export const keyOfStaff = ({ personId }: Pick<StaffHere, "personId">): string => `here:${personId}`;

/** Whom a name may mean. Only those here without a list have `staff`: they alone can be given access. */
interface Meant {
  readonly staff?: StaffHere;
  readonly active: boolean;
}

/** Everyone named is found, or said to be left out and why. */
export function findNamedStaff(roster: Roster, known: KnownByName, problems: ProblemList): NamedFound {
  const personsByWord = wordIndex(roster, known);
  const closestName = createClosest(known.staff.map(({ name }) => name));
  const found = new Map<string, StaffHere>();
  const groups = new Map<string, { readonly group: RosterGroup; readonly members: RosterMember[] }>();
  for (const named of roster.namedOnly ?? []) {
    const meant = [...(personsByWord.get(bareWord(named.name)) ?? [])];
    problems.add(problemOf(named, meant, closestName));
    const staff = meant.length === 1 ? meant[0]?.staff : undefined;
    if (!staff) continue;
    found.set(staff.personId, staff);
    const group = groupOf(named, staff);
    const { members } = groups.get(group.sourcedId) ?? { members: [...group.members] };
    members.push({ person: named.learner, as: "learner", file: named.file, line: named.line });
    groups.set(group.sourcedId, { group, members });
  }
  return {
    staff: [...found.values()],
    groups: [...groups.values()].map(({ group, members }) => ({ ...group, members })),
  };
}

/** Staff by name and user name; those of earlier lists by name and id, unless this list has their row. */
function wordIndex(roster: Roster, { staff, people }: KnownByName): ReadonlyMap<string, ReadonlySet<Meant>> {
  const personsByWord = new Map<string, Set<Meant>>();
  const put = (person: Meant, words: readonly string[]): void => {
    for (const word of words.map(bareWord).filter(Boolean))
      personsByWord.set(word, (personsByWord.get(word) ?? new Set()).add(person));
  };
  const inFile = new Set([...roster.people.map(({ sourcedId }) => sourcedId), ...roster.setAside]);
  for (const person of staff)
    if (!inFile.has(keyOfStaff(person)))
      put({ staff: person, active: true }, [person.name, person.userName ?? ""]);
  for (const [sourcedId, person] of people)
    if (person.role !== "learner" && !inFile.has(sourcedId))
      put({ active: person.active }, [person.name, sourcedId]);
  return personsByWord;
}

function groupOf({ column, file, line }: NamedStaff, staff: StaffHere): RosterGroup {
  const person = keyOfStaff(staff);
  return {
    sourcedId: `${column === "tutors" ? "tutor" : "teacher"}:${person}`,
    title: staff.name,
    kind: column === "tutors" ? "homeroom" : "class",
    members: [{ person, as: "staff", file, line }],
  };
}

function problemOf(
  { name, column, file, line, suggestion }: NamedStaff,
  meant: readonly Meant[],
  closestName: ReturnType<typeof createClosest>,
): FoundProblem {
  const leftOut = { file, line, effect: "left-out" } as const;
  const quoted = `“${name}” (${column})`;
  const [one] = meant;
  if (!one) {
    const nearly = suggestion ?? closestName(name);
    const detail = `No member of staff is called ${quoted}. Add a row for them.`;
    return { ...leftOut, code: "name-unknown", detail, ...(nearly !== undefined && { suggestion: nearly }) };
  }
  if (meant.length > 1) {
    const detail = `More than one person in the school is called ${quoted}. Write the user name of the one you mean.`;
    return { ...leftOut, code: "name-shared", detail };
  }
  const { staff } = one;
  if (!staff) {
    const detail = one.active
      ? `${quoted} has no row in this list and leaves with it. Add their row if they stay.`
      : `${quoted} has left. Add their row if they are back.`;
    return { ...leftOut, code: "name-left", detail };
  }
  const called = staff.userName === undefined ? staff.name : `${staff.name} (user name ${staff.userName})`;
  const detail = `${quoted} has no row in the file. This is ${called}, who is in the school already.`;
  return { file, line, code: "name-from-school", effect: "read-as", detail };
}
