/**
 * The one shape every school list is read into, whatever file it came from.
 *
 * A roster is only what the files say, mended where that is safe: nothing here knows who is already in
 * Waymark or who may see whom. That is `preview.ts`. Times are left out: a roster has local dates only.
 */
import type { RosterProblem } from "#model/wire/roster-preview.ts";

/** The standing a person has in the list. Coordinators come from the plain list only, administrators from neither. */
export type RosterRole = "learner" | "teacher" | "tutor" | "provider-staff" | "coordinator";

/** Why a person in the list is to lose access. Their records stay. */
export type Leaving = "to-be-deleted" | "disabled";

/** One person of the list. `sourcedId` is theirs in the list for good and is what a later import finds them by. */
export interface RosterPerson {
  readonly sourcedId: string;
  /** As shown on screens; never empty. */
  readonly name: string;
  /** Empty for people with one name; used to propose user names only. */
  readonly familyName: string;
  readonly givenName: string;
  readonly role: RosterRole;
  /** The user name the list asks for, if it has one. May be taken already. */
  readonly userName?: string;
  /** The off-site provider, by name, where the person teaches or is taught. */
  readonly provider?: string;
  /** What a learner is here to learn. OneRoster has no field for it. */
  readonly programme?: string;
  readonly leaving?: Leaving;
  readonly file: string;
  readonly line: number;
}

/**
 * `homeroom` makes tutors without being asked; a `class` only when somebody ticks it in the preview;
 * a `provider` never does.
 */
export type GroupKind = "homeroom" | "class" | "provider";

/** A person's place in a group. `endsOn` is the first day they are no longer in it, as in OneRoster. */
export interface RosterMember {
  readonly person: string;
  readonly as: "learner" | "staff";
  readonly beginsOn?: string;
  readonly endsOn?: string;
  readonly file: string;
  readonly line: number;
}

/** A class, tutor group or provider, with everyone in it that the list names. */
export interface RosterGroup {
  readonly sourcedId: string;
  readonly title: string;
  readonly kind: GroupKind;
  readonly members: readonly RosterMember[];
}

/** A member of staff whom a learner's row names, and of whom the list has no row. */
export interface NamedStaff {
  /** The learner who names them, by `sourcedId`. */
  readonly learner: string;
  /** As written: a name, a user name or an id. */
  readonly name: string;
  readonly column: "tutors" | "teachers";
  /** Somebody in the list who is called nearly that. */
  readonly suggestion?: string;
  readonly file: string;
  readonly line: number;
}

/** A whole list, read. Order of people and groups is that of the files. */
export interface Roster {
  readonly organisation: { readonly name: string; readonly sourcedId?: string };
  readonly people: readonly RosterPerson[];
  readonly groups: readonly RosterGroup[];
  /** Absent where a list names staff by id only. */
  readonly namedOnly?: readonly NamedStaff[];
  readonly problems: readonly RosterProblem[];
  /** Ids the files name but whose rows could not be used. Such a person stays exactly as they are. */
  readonly setAside: readonly string[];
  /** Parents, guardians and relatives in the files. They are left out for now; that is no problem. */
  readonly relativesLeftOut: number;
  /**
   * Whether somebody missing from the files has left. False for a list of changes only, or
   * when a file that would name them is missing.
   */
  readonly complete: { readonly people: boolean; readonly groups: boolean };
}
