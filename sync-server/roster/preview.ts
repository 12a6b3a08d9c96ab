/**
 * Works out what importing a list would change, before anything is changed: who is new, who has
 * left, and who would see whom. The same answer, confirmed, is what the import then does.
 *
 * Promises: importing the same list twice changes nothing the second time; nobody is ever given access by a guess;
 * roles that were given by hand stay; leaving ends access and touches no record.
 */
import type { FoundCount, ProgrammeCount, RosterProblem, StaffSight } from "#model/wire/roster-preview.ts";
import { findNamedStaff, keyOfStaff, type StaffHere } from "./named-staff.ts";
import { planLinks, type RosterLink } from "./preview-links.ts";
import { countsOf, programmesOf, sightable, sightsOf, unseenOf } from "./preview-sights.ts";
import { createProblemList, type ProblemList } from "./reading/problem-list.ts";
import type { Leaving, Roster, RosterGroup, RosterPerson, RosterRole } from "./roster.ts";
import { proposeUserName } from "./user-names.ts";

/** A person an earlier import of this list brought in. */
export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  /** Any role of today, also one the list cannot give. */
  readonly role: RosterRole | "administrator";
  readonly provider?: string;
  readonly programme?: string;
  /** False for those who left in an earlier import. */
  readonly active: boolean;
}

/** What Waymark knows from earlier imports of the same list. */
export interface KnownFromRoster {
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Staff of today whom no list brought. */
  readonly staff: readonly StaffHere[];
  /** Links that stand now and came from this list; those made by hand are not the list's to end. */
  readonly links: readonly RosterLink[];
  /** Every user name taken in this Waymark, in lower case, by whomever. */
  readonly userNames: ReadonlySet<string>;
}

/** What the person looking at the preview decides, and the day it is. */
export interface PreviewChoices {
  readonly today: string;
  /** Classes, by `sourcedId`, whose teachers are to be tutors, besides every homeroom class. */
  readonly ticked: ReadonlySet<string>;
}

/** A person to be made. `userName` is free and is not promised to anybody else in this plan. */
export interface PersonToAdd {
  readonly sourcedId: string;
  readonly name: string;
  readonly role: RosterRole;
  readonly userName: string;
  readonly provider?: string;
  readonly programme?: string;
}

/** Only what changes is there. */
export interface PersonToUpdate {
  readonly sourcedId: string;
  readonly personId: string;
  readonly name?: string;
  readonly role?: RosterRole;
  readonly provider?: string;
  readonly programme?: string;
  /** They left in an earlier import and are back. */
  readonly returns?: true;
}

/** Somebody who loses access. Everything they wrote, and everything about them, stays. */
export interface Leaver {
  readonly sourcedId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: KnownPerson["role"];
  readonly why: Leaving | "missing";
}

/** All that an import would do. Lists are in the order of the files; leavers in the order they first came. */
export interface RosterPlan {
  readonly toAdd: readonly PersonToAdd[];
  readonly toUpdate: readonly PersonToUpdate[];
  readonly unchanged: readonly { readonly sourcedId: string; readonly personId: string }[];
  readonly leavers: readonly Leaver[];
  readonly linksToAdd: readonly RosterLink[];
  readonly linksToEnd: readonly RosterLink[];
  /** The list's own groups, then those of staff it names who are here without it. */
  readonly groups: readonly RosterGroup[];
  readonly whoSeesWhom: readonly StaffSight[];
  /** Learners no member of staff of this list would see. */
  readonly seenByNobody: readonly { readonly sourcedId: string; readonly name: string }[];
  readonly counts: Readonly<Record<"learners" | "tutors" | "otherStaff", FoundCount>>;
  /** The programmes the list names, in the order it first names each. */
  readonly programmes: readonly ProgrammeCount[];
  /** True when more than a third of those who are here would leave: more likely a wrong file than a bad year. */
  readonly manyLeavers: boolean;
  /** The roster's own problems, then those of importing it. */
  readonly problems: readonly RosterProblem[];
}

/** What confirming the preview would do. Pure: the same arguments, the same plan. */
export function planRoster(roster: Roster, known: KnownFromRoster, choices: PreviewChoices): RosterPlan {
  const problems = createProblemList();
  const safe = withoutTurncoats(roster, known, problems);
  const named = findNamedStaff(safe, known, problems);
  const groups = [...safe.groups, ...named.groups];
  const here = new Set(named.staff.map(keyOfStaff));
  const linking = planLinks({ ...safe, groups }, known.links, { ...choices, here, problems });
  const tutors = new Set(linking.standing.filter(({ as }) => as === "tutor").map(({ staff }) => staff));
  const present = safe.people
    .filter(({ leaving }) => !leaving)
    .map((person) => withRole(person, tutors, known));
  const changes = planPeople(present, known, problems);
  const leavers = leaversOf(safe, known);
  const active = [...known.people.values()].filter((person) => person.active);
  return {
    ...changes,
    leavers,
    linksToAdd: linking.toAdd,
    linksToEnd: linking.toEnd,
    groups,
    whoSeesWhom: sightsOf([...present, ...named.staff.map(sightable(tutors))], linking.standing),
    seenByNobody: unseenOf(present, linking.standing),
    counts: countsOf(present, { ...changes, leavers }),
    programmes: programmesOf(present),
    manyLeavers: leavers.length > 3 && leavers.length * 3 > active.length,
    problems: [...roster.problems, ...problems.all()],
  };
}

type PresentPerson = Omit<RosterPerson, "role"> & { readonly role: KnownPerson["role"] };

/** Nobody turns from learner into staff, or back, because a list says so: such a person stays as they are. */
function withoutTurncoats(roster: Roster, known: KnownFromRoster, problems: ProblemList): Roster {
  const isTurned = ({ sourcedId, role }: RosterPerson): boolean => {
    const before = known.people.get(sourcedId)?.role;
    return before !== undefined && (before === "learner") !== (role === "learner");
  };
  const turned = roster.people.filter(isTurned);
  for (const { sourcedId, name, role, file, line } of turned) {
    const detail = `${name} is here as a ${known.people.get(sourcedId)?.role}. The list says ${role}; nothing was changed.`;
    problems.add({ file, line, code: "role-changed", effect: "left-out", detail });
  }
  const people = roster.people.filter((person) => !isTurned(person));
  return { ...roster, people, setAside: [...roster.setAside, ...turned.map(({ sourcedId }) => sourcedId)] };
}

/** Staff with learners of their own are tutors; a coordinator or administrator stays one. */
function withRole(person: RosterPerson, tutors: ReadonlySet<string>, known: KnownFromRoster): PresentPerson {
  const before = known.people.get(person.sourcedId)?.role;
  if (before === "coordinator" || before === "administrator") return { ...person, role: before };
  return person.role === "teacher" && tutors.has(person.sourcedId) ? { ...person, role: "tutor" } : person;
}

function planPeople(
  present: readonly PresentPerson[],
  known: KnownFromRoster,
  problems: ProblemList,
): Pick<RosterPlan, "toAdd" | "toUpdate" | "unchanged"> {
  const taken = new Set(known.userNames);
  const toAdd: PersonToAdd[] = [];
  const toUpdate: PersonToUpdate[] = [];
  const unchanged: { sourcedId: string; personId: string }[] = [];
  for (const person of present) {
    const before = known.people.get(person.sourcedId);
    if (!before) toAdd.push(newPerson(person, taken, problems));
    else {
      const update = updateOf(person, before);
      if (Object.keys(update).length > 2) toUpdate.push(update);
      else unchanged.push(update);
    }
  }
  return { toAdd, toUpdate, unchanged };
}

function newPerson(person: PresentPerson, taken: Set<string>, problems: ProblemList): PersonToAdd {
  const role = person.role === "administrator" ? "teacher" : person.role;
  const userName = proposeUserName({ ...person, role }, taken);
  if (person.userName !== undefined && taken.has(person.userName.toLowerCase())) {
    const detail = `The user name “${person.userName}” is taken. ${person.name} gets “${userName}”.`;
    problems.add({
      file: person.file,
      line: person.line,
      code: "user-name-taken",
      effect: "read-as",
      detail,
    });
  }
  taken.add(userName);
  const { sourcedId, name, provider, programme } = person;
  return {
    sourcedId,
    name,
    role,
    userName,
    ...(provider !== undefined && { provider }),
    ...(programme !== undefined && { programme }),
  };
}

function updateOf(person: PresentPerson, before: KnownPerson): PersonToUpdate {
  const { sourcedId, name, role, provider, programme } = person;
  return {
    sourcedId,
    personId: before.personId,
    ...(name !== before.name && { name }),
    ...(role !== before.role && role !== "administrator" && { role }),
    ...(provider !== undefined && provider !== before.provider && { provider }),
    ...(programme !== undefined && programme !== before.programme && { programme }),
    ...(!before.active && { returns: true as const }),
  };
}

/** Who was here through this list and is no longer meant to be. Rows that could not be used count as present. */
function leaversOf({ people, complete, ...roster }: Roster, known: KnownFromRoster): Leaver[] {
  const setAside = new Set(roster.setAside);
  const inFile = new Map(people.map((person) => [person.sourcedId, person]));
  const leavers: Leaver[] = [];
  for (const [sourcedId, { personId, name, role, active }] of known.people) {
    const person = inFile.get(sourcedId);
    const isMissing = !person && complete.people && !setAside.has(sourcedId);
    const why = person?.leaving ?? (isMissing ? "missing" : undefined);
    if (active && why) leavers.push({ sourcedId, personId, name, role, why });
  }
  return leavers;
}
