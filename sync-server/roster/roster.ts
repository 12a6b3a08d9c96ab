/**
 * The one shape every school list is read into, whatever file it came from.
 *
 * A roster is only what the files say, mended where that is safe: nothing here knows who is already in
 * Waymark or who may see whom. That is `preview.ts`. Times are left out: a roster has local dates only.
 */

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

/** What was done about a problem. `noted` means nothing was lost, but somebody should look. */
export type ProblemEffect = "left-out" | "read-as" | "ignored" | "noted";

/** Every kind of problem a list can have. The screen has words for each. */
export type RosterProblemCode =
  | "administrator-as-staff"
  | "ambiguous-date"
  | "broken-quotes"
  | "changes-only"
  | "class-deleted"
  | "column-missing"
  | "column-read-as"
  | "column-twice"
  | "column-unknown"
  | "date-unreadable"
  | "enrolment-ended"
  | "extra-cells"
  | "file-missing"
  | "file-read-as"
  | "file-twice"
  | "group-too-large"
  | "id-missing"
  | "id-twice"
  | "id-with-two-roles"
  | "id-unknown"
  | "name-missing"
  | "name-twice"
  | "name-unknown"
  | "old-encoding"
  | "role-changed"
  | "role-mismatch"
  | "role-unknown"
  | "status-unknown"
  | "too-many-rows"
  | "user-name-taken";

/** One thing somebody may want to mend in the files, and what was done about it meanwhile. */
export interface RosterProblem {
  /** The file's own name, without folders. */
  readonly file: string;
  /** Counted from 1, the header being line 1; 0 when it is about the whole file. */
  readonly line: number;
  /** Further lines with the same problem, in order; at most 50. */
  readonly otherLines: readonly number[];
  readonly code: RosterProblemCode;
  readonly effect: ProblemEffect;
  /** One plain sentence that quotes what the file says. */
  readonly detail: string;
  /** What the file probably means, where it is too risky to guess. */
  readonly suggestion?: string;
}

/** A whole list, read. Order of people and groups is that of the files. */
export interface Roster {
  readonly organisation: { readonly name: string; readonly sourcedId?: string };
  readonly people: readonly RosterPerson[];
  readonly groups: readonly RosterGroup[];
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

/**
 * Why files cannot be read as a list at all: the `detail` of a `roster-unreadable` problem.
 */
export type RosterRefusal = "not-a-zip" | "too-large" | "no-people-file" | "no-people";
