/**
 * What a school's own list would change, shown before anything is changed: how many people, what the
 * files say that cannot be, and who would see whom. Answer of `POST /api/roster/preview`; the server keeps
 * the list behind it until the preview is confirmed or a day has passed.
 */
import type { Instant } from "#model/time.ts";

/** The largest list, as sent: a OneRoster zip of a city's college is below 2 MB. */
export const listLimitBytes = 32 * 1_048_576;

/** The most people of a list: more than the largest college has. A city brings in each school's own. */
export const listPeopleMax = 20_000;

/** Why a file cannot be read as a list at all: the `detail` of a `roster-unreadable` problem. */
export const rosterRefusals = [
  "not-a-zip",
  "too-large",
  "workbook",
  "not-a-list",
  "no-header",
  "no-people-file",
  "no-people",
] as const;
/** One of {@link rosterRefusals}. */
export type RosterRefusal = (typeof rosterRefusals)[number];

/** Every kind of problem a list can have. The screen has words for each. */
export const rosterProblemCodes = [
  "administrator-as-staff",
  "ambiguous-date",
  "broken-quotes",
  "changes-only",
  "class-deleted",
  "column-missing",
  "column-read-as",
  "column-twice",
  "column-unknown",
  "date-unreadable",
  "enrolment-ended",
  "extra-cells",
  "file-missing",
  "file-read-as",
  "file-twice",
  "group-too-large",
  "id-missing",
  "id-twice",
  "id-with-two-roles",
  "id-unknown",
  "name-from-school",
  "name-left",
  "name-missing",
  "name-shared",
  "name-twice",
  "name-unknown",
  "old-encoding",
  "role-changed",
  "role-mismatch",
  "role-unknown",
  "status-unknown",
  "too-many-rows",
  "user-name-taken",
] as const;

/** One of {@link rosterProblemCodes}. */
export type RosterProblemCode = (typeof rosterProblemCodes)[number];

/** What was done about a problem. `noted` means nothing was lost, but somebody should look. */
export type ProblemEffect = "left-out" | "read-as" | "ignored" | "noted";

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

/** One line of the table "What was found". */
export interface FoundCount {
  readonly inFile: number;
  readonly toAdd: number;
  readonly toChange: number;
  readonly leaving: number;
}

/** How many learners of the list are on one programme, spelt as the list spells it. */
export interface ProgrammeCount {
  readonly programme: string;
  readonly learners: number;
}

/** How many learners one member of staff would see; each learner counts once, where most is seen. */
export interface StaffSight {
  readonly sourcedId: string;
  readonly name: string;
  readonly role: "teacher" | "tutor" | "provider-staff" | "coordinator" | "administrator" | "learner";
  /** As their tutor: plan, targets, reviews and the log entries the learner shares. */
  readonly tutorOf: number;
  /** In the teaching team: plan, targets and reviews, and nothing of the log. */
  readonly teaches: number;
  /** As staff of the off-site provider that teaches them: as the teaching team. */
  readonly atProvider: number;
}

/** A group of the list. Homerooms make tutors by themselves, classes when ticked, providers never. */
export interface RosterGroupSeen {
  readonly sourcedId: string;
  readonly title: string;
  readonly kind: "homeroom" | "class" | "provider";
  readonly learners: number;
  readonly staff: number;
  readonly ticked: boolean;
}

/** A list, read and compared with who is here. Nothing has been changed yet. */
export interface RosterPreview {
  /** Names the preview when it is confirmed, or asked again with other ticks. */
  readonly id: string;
  readonly organisation: string;
  readonly expiresAt: Instant;
  readonly counts: Readonly<Record<"learners" | "tutors" | "otherStaff", FoundCount>>;
  /** Absent when the list names none. */
  readonly programmes?: readonly ProgrammeCount[];
  readonly groups: readonly RosterGroupSeen[];
  readonly problems: readonly RosterProblem[];
  readonly whoSeesWhom: readonly StaffSight[];
  /** Learners no member of staff of this list would see. */
  readonly seenByNobody: readonly { readonly sourcedId: string; readonly name: string }[];
  readonly leavers: readonly { readonly sourcedId: string; readonly name: string }[];
  /** True when more than a third of those who are here would leave: more likely a wrong file than a bad year. */
  readonly manyLeavers: boolean;
  /** Parents, guardians and relatives in the files; they are left out for now. */
  readonly relativesLeftOut: number;
  /** True when confirming would change nothing. */
  readonly changesNothing: boolean;
}
