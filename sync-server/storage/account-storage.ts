/**
 * What a database keeps about signing in: user names, passwords, codes, devices, sessions, tries, and
 * which person a school's list means by which of its ids. None of it is a record or leaves the server.
 */
import type { Id, PersonId } from "#model/id.ts";
import type { Instant } from "#model/time.ts";

/** A person who may sign in. */
export interface UserRow {
  readonly person: PersonId;
  readonly userName: string;
  /** As `sign-in/passwords.ts` writes it; absent until they chose one. */
  readonly password?: string;
  /** Set when they left: nothing signs in. */
  readonly leftAt?: Instant;
}

/** A one-time code; only its hash is known. */
export interface CodeRow {
  readonly hash: string;
  readonly person: PersonId;
  readonly issuedBy: PersonId | "server";
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt?: Instant;
}

/** A device of a person. */
export interface DeviceRow {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string;
  readonly addedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly revokedAt?: Instant;
}

/** A signed-in device; only the hash of its token is known. */
export interface SessionRow {
  readonly tokenHash: string;
  readonly person: PersonId;
  readonly device: string;
  readonly signedInAt: Instant;
  readonly expiresAt: Instant;
  readonly lastSeenAt: Instant;
}

/** Failed tries under one name since an instant. */
export interface TriesRow {
  readonly name: string;
  readonly count: number;
  readonly since: Instant;
}

/** Whom or what an outside list means by one of its ids. */
export interface OutsideIdRow {
  /** The list: the organisation it was imported into. */
  readonly source: string;
  readonly outsideId: string;
  readonly id: Id;
}

/** Something somebody did to another's account. */
export interface ActRow {
  readonly at: Instant;
  readonly by: PersonId | "server";
  readonly act:
    | "code-issued"
    | "device-revoked"
    | "person-added"
    | "person-left"
    | "person-returned"
    | "private-opened"
    | "roster-imported";
  readonly about?: PersonId;
}

/** Keeps accounts. */
export interface AccountStorage {
  /** By user name, upper and lower case alike. */
  userByName(userName: string): Promise<UserRow | undefined>;
  usersByPerson(people: readonly PersonId[]): Promise<readonly UserRow[]>;
  /** Every user name taken, in lower case. */
  userNames(): Promise<ReadonlySet<string>>;
  countUsers(): Promise<number>;
  putUsers(rows: readonly UserRow[]): Promise<void>;

  codeByHash(hash: string): Promise<CodeRow | undefined>;
  /** Codes of these people that were not used, whether expired or not. */
  unusedCodes(people: readonly PersonId[]): Promise<readonly CodeRow[]>;
  dropUnusedCodes(people: readonly PersonId[]): Promise<void>;
  putCodes(rows: readonly CodeRow[]): Promise<void>;

  device(id: string): Promise<DeviceRow | undefined>;
  /** Devices of these people that were not revoked and have a session still good at an instant, last seen first. */
  devicesOf(people: readonly PersonId[], at: Instant): Promise<readonly DeviceRow[]>;
  putDevice(row: DeviceRow): Promise<void>;

  session(tokenHash: string): Promise<SessionRow | undefined>;
  putSession(row: SessionRow): Promise<void>;
  /** Ends sessions: one, those of a device, or all of people but for one device. The hashes of the tokens that were good until now. */
  endSessions(
    of:
      | { readonly tokenHash: string }
      | { readonly device: string }
      | { readonly people: readonly PersonId[]; readonly except?: string },
  ): Promise<readonly string[]>;

  /** Deletes sessions and codes, used or not, that expired before an instant: at most so many of each. How many went. */
  dropExpired(before: Instant, atMost: number): Promise<number>;

  tries(name: string): Promise<TriesRow | undefined>;
  putTries(row: TriesRow): Promise<void>;
  /** Forgets tries that began before an instant. */
  dropTries(before: Instant): Promise<void>;

  outsideIds(source: string): Promise<readonly OutsideIdRow[]>;
  putOutsideIds(rows: readonly OutsideIdRow[]): Promise<void>;
  dropOutsideIds(source: string, outsideIds: readonly string[]): Promise<void>;

  addActs(rows: readonly ActRow[]): Promise<void>;
}
