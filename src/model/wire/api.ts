/**
 * What a screen asks the server in words rather than records, and what it answers: signing in, devices,
 * set-up, people, the school's list. JSON bodies under `/api`; a refusal is `{problem}` with an HTTP
 * status. What both sides must agree on is here, and nothing about how either side does it.
 */
import type { Id, KindName, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { LogEntry } from "#model/kinds/log-entry.ts";
import type { Role } from "#model/kinds/membership.ts";
import type { organisationTypes } from "#model/kinds/organisation.ts";
import type { Instant, LocalDate } from "#model/time.ts";

/** The start screen a person needs; of several roles the one that does most. */
export type Home = "learner" | "tutor" | "provider" | "coordinator" | "administrator";

/** The person signed in. Answer of `POST` and `GET /api/session`, `POST /api/session/code`, `POST /api/setup`. */
export interface Account {
  readonly person: PersonId;
  readonly name: string;
  readonly userName: string;
  /** The server's id of this device; send it again at the next sign-in on it. */
  readonly device: string;
  /** Present when the person learns. */
  readonly learner?: LearnerId;
  readonly home: Home;
  /** Present for somebody who is here as safeguarding lead alone; an app that does not know it starts as `home` says. */
  readonly start?: "safeguarding";
  readonly signedInAt: Instant;
}

/** Which device signs in. Without `device` the server gives it an id. */
export interface SigningDevice {
  readonly device?: string;
  /** What the person will know it by in the list of devices: "Maisie's phone". */
  readonly deviceName: string;
}

/** `POST /api/session`. Problems: `wrong-password` (also for a user name nobody has), `too-many-tries`. */
export interface SignIn extends SigningDevice {
  readonly userName: string;
  readonly password: string;
}

/** `POST /api/session/code`: signs in and sets the password in one step. Problems: `wrong-code`, `code-used`, `weak-password`, `too-many-tries`. */
export interface SignInByCode extends SigningDevice {
  /** As printed; spaces, dashes and case do not matter. */
  readonly code: string;
  readonly password: string;
}

/** `POST /api/session/code/greeting`: in the body, since addresses stand in the logs of proxies. Answer {@link CodeGreeting}. */
export type CodeToGreet = Pick<SignInByCode, "code">;

/** Whom a code is for, so that the screen can greet them. Problems: `wrong-code`, `code-used`, `too-many-tries`. */
export interface CodeGreeting {
  readonly name: string;
  readonly userName: string;
}

/** `POST /api/session/password`. Signs out every other device. Problems: `wrong-password`, `weak-password`, `too-many-tries`. */
export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** The fewest characters a password may have; any characters, no other rule. Source: NIST SP 800-63B. */
export const passwordLengthMin = 8;

/** One entry of `GET /api/devices`, last seen first. `?person=` for coordinators and administrators. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly lastSeenAt: Instant;
  /** True for the device that asks. */
  readonly current: boolean;
}

/** `GET /api/setup`: what a visitor without an account may know. */
export interface SetUpState {
  /** `fresh` until somebody set up an organisation or loaded the demo. */
  readonly state: "fresh" | "ready";
  /** True when this server holds the demo school. */
  readonly demo: boolean;
  /** True when reached by an address on which a browser keeps nothing safe. */
  readonly insecure?: boolean;
  /** The organisation whose sign-in this is, while there is only one set up here. */
  readonly organisation?: { readonly id: OrganisationId; readonly name: string };
}

/** `POST /api/setup`, with the token from the link the terminal printed. Problems: `not-empty`, `wrong-code`, `weak-password`. */
export interface SetUp extends SigningDevice {
  readonly token: string;
  readonly organisation: string;
  readonly type: (typeof organisationTypes)[number];
  readonly name: string;
  readonly userName: string;
  readonly password: string;
}

/** `POST /api/setup/demo` with `{token}`. Problems: `not-empty`, `holds-real-people`, `wrong-code`. */
export interface DemoPeople {
  readonly people: readonly { readonly name: string; readonly userName: string; readonly role: DemoRole }[];
  /** The one password they share. */
  readonly password: string;
}

/** One line of the people screen: somebody at, or taught for, this organisation. */
export interface PersonOverview {
  readonly person: PersonId;
  readonly name: string;
  readonly userName?: string;
  /** What they are here; `learner` for those whose home this is. Never empty. */
  readonly roles: readonly (Role | "learner")[];
  /** Name of the off-site provider they work for, of staff who are not the home's own. */
  readonly provider?: string;
  readonly hasSignedIn: boolean;
  /** True while a code that was never used is still good. */
  readonly hasCode: boolean;
  readonly devices: number;
  readonly lastSeenAt?: Instant;
  /** True when the person left: no access, records kept. */
  readonly left: boolean;
  /** Of staff: learners they are the tutor of, and learners they teach, here. */
  readonly tutorOf: number;
  readonly teaches: number;
  /** The memberships behind `roles`, so that each can be ended. */
  readonly memberships: readonly MembershipOverview[];
}

/** A membership that stands. */
export interface MembershipOverview {
  readonly id: Id<"membership">;
  readonly role: Role;
  /** About a learner, or about an organisation. */
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
  /** Whom or what it names. */
  readonly person?: PersonId;
  readonly organisation?: OrganisationId;
}

/** One line of the organisation-wide list of learners, from summaries: no word anybody typed about themselves. */
export interface LearnerOverview {
  readonly learner: LearnerId;
  readonly name: string;
  readonly programme?: string;
  readonly startedOn?: LocalDate;
  /** Names, in the order they became tutors. */
  readonly tutors: readonly string[];
  readonly providers: readonly string[];
  /** Targets that were not removed. */
  readonly targets: number;
  /** Of those, how many are past their date without an outcome. */
  readonly targetsLate: number;
  readonly reviewsClosed: number;
  /** When the next review is due, as the last closing or the review itself says; absent when nobody said. */
  readonly nextReviewOn?: LocalDate;
}

/** `GET /api/people?org=`: for coordinators and administrators of the organisation. By name. Problem: `not-allowed`. */
export interface PeopleOverview {
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly people: readonly PersonOverview[];
  readonly learners: readonly LearnerOverview[];
  /** Off-site providers and other organisations that learners or staff of this one name. */
  readonly providers: readonly { readonly id: OrganisationId; readonly name: string }[];
}

/** What a person can be added as. */
export const addableRoles = [
  "learner",
  "teacher",
  "coordinator",
  "administrator",
  "safeguarding-lead",
  "provider-staff",
] as const;

/** What somebody in the demo school is. */
export type DemoRole = (typeof addableRoles)[number] | "tutor";

/** `POST /api/people`. Answer {@link AddedPerson}. Problems: `user-name-taken`, `not-allowed`, `malformed`. */
export interface PersonToAdd {
  readonly org: OrganisationId;
  readonly name: string;
  readonly role: (typeof addableRoles)[number];
  /** Proposed by the server when absent. */
  readonly userName?: string;
  /** Of a learner. */
  readonly programme?: string;
  readonly tutor?: PersonId;
  /** Of a learner: who teaches them off site; of provider staff: whom they work for. By name; made when nobody has it. */
  readonly provider?: string;
}

/** Who was added. */
export interface AddedPerson {
  readonly person: PersonId;
  readonly userName: string;
  readonly learner?: LearnerId;
}

/**
 * `POST /api/people/codes` with `{people}`, at most 500: one of these each. A new code replaces the unused one before.
 * Problem: `not-allowed`; its detail has the ids of those who belong elsewhere, too, where nothing else stands in the way.
 */
export interface SignInCode {
  readonly person: PersonId;
  readonly name: string;
  readonly userName: string;
  /** Eight letters and figures in two groups, none of them easy to take for another. */
  readonly code: string;
  /** The address that opens the sign-in with this code, for a QR picture. */
  readonly link: string;
  readonly expiresAt: Instant;
}

/** `POST /api/memberships`. Answer `{membership}`. Problems: `not-allowed`, `not-found`, `wrong-value`. */
export interface MembershipToAdd {
  readonly role: Role;
  /** Exactly one of these: whom or what it is about. */
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
  /** Exactly one of these: whom or what it names. */
  readonly person?: PersonId;
  readonly organisation?: OrganisationId;
}

/** `POST /api/memberships/end`. Answer `{membershipEnded}`. Problems: `not-allowed`, `not-found`. */
export interface MembershipToEnd {
  readonly membership: Id<"membership">;
}

/** `POST /api/roster/preview` answers a `RosterPreview`; `POST /api/roster/import` confirms one. Answer {@link RosterImported}. Problems: `roster-changed` (people changed since the preview), `not-found`. */
export interface RosterToImport {
  /** The `id` of the preview. */
  readonly preview: string;
  /** Source ids of the classes whose teachers are to be tutors. */
  readonly ticked: readonly string[];
}

/** What an import did. */
export interface RosterImported {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  readonly linksAdded: number;
  readonly linksEnded: number;
  /** The people who were added, for their codes. */
  readonly people: readonly PersonId[];
}

/** `GET /api/tray?learner=`: what somebody had written about a learner before their access ended, oldest first; for the learner's home. Problem: `not-allowed`. */
export interface TrayItem {
  readonly id: Id;
  readonly kind: KindName;
  readonly person: PersonId;
  /** When it reached the server. */
  readonly at: Instant;
  readonly value: Readonly<Record<string, unknown>>;
}

/** One line of `GET /api/safeguarding/learners`: the learners of a safeguarding lead's organisation, by name; empty for anybody else. */
export interface SafeguardedLearner {
  readonly learner: LearnerId;
  readonly name: string;
  /** Empty when nobody said. */
  readonly programme: string;
  readonly tutors: readonly string[];
}

/** `POST /api/safeguarding/open`. Problems: `not-found` (also for whoever may not), `malformed`, `too-many-tries`. Never to be stored. */
export interface PrivateToOpen {
  readonly learner: LearnerId;
  /** Why, in words the learner will read; 1 to 500 characters. */
  readonly reason: string;
}

/** What was opened, newest first. */
export interface OpenedPrivate {
  readonly openedAt: Instant;
  readonly entries: readonly PrivateEntry[];
}

/** An entry its author keeps as “only me”. */
export interface PrivateEntry {
  readonly id: Id<"log-entry">;
  readonly createdAt: Instant;
  readonly value: LogEntry;
}
