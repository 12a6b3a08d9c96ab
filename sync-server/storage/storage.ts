/**
 * What the server needs of a database, and all it knows of one. Everything happens in transactions: a
 * write is all or nothing and durable when it resolves, a read sees one snapshot. Written for SQLite and
 * PostgreSQL alike; one suite (`tests/contract/storage.ts`) says what both must do.
 */
import type { Scope } from "#model/access.ts";
import type { Hash } from "#model/record/bytes.ts";
import type { Stamps } from "#model/record/envelope.ts";
import type { Id, KindName, LearnerId, OrganisationId } from "#model/id.ts";
import type { Summary } from "#model/record/kind.ts";
import type { State } from "#model/record/record.ts";
import type { IdentifiedChoice } from "#model/kinds/sharing-choice.ts";
import type { Instant } from "#model/time.ts";
import type { AccountStorage } from "./account-storage.ts";
import type { MembershipStorage } from "./membership-storage.ts";

/** A record as the server keeps it. */
export interface KeptRecord {
  readonly id: Id;
  readonly kind: KindName;
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
  readonly stamps: Stamps;
  readonly state: State;
  readonly hash: Hash;
  /** Of a comment: what it is about; of an entry: the one it goes on from. Scopes follow from it. */
  readonly about?: Id;
  readonly summary?: Summary;
}

/** A record's facts for larger views, without its words. */
export type SummaryRow = Pick<KeptRecord, "id" | "kind" | "learner" | "org" | "stamps" | "summary">;

/** Keeps records. */
export interface RecordStorage {
  /** Those that are there, in any order. In a write, nobody else changes them until it ends. */
  byIds(ids: readonly Id[]): Promise<readonly KeptRecord[]>;
  /** Ids of the records that are about this one. */
  idsAbout(about: Id): Promise<readonly Id[]>;
  /** Those of `of` this server has, with their hash. */
  hashes(of: readonly Id[]): Promise<ReadonlyMap<Id, Hash>>;
  /** Of all learners, the records of these kinds, by id. */
  summariesOfLearners(
    learners: readonly LearnerId[],
    kinds: readonly KindName[],
  ): Promise<readonly SummaryRow[]>;
  /** Summaries by record id. */
  summaries(ids: readonly Id[]): Promise<ReadonlyMap<Id, SummaryRow>>;
  /** How many records of a kind there are. */
  count(kind: KindName): Promise<number>;
  /** Stores records, replacing what stood under their ids. */
  put(records: readonly KeptRecord[]): Promise<void>;
  /** Destroys records with what they replaced, who wrote in them and what lies of them in the tray. Their ids stay known as erased. */
  erase(ids: readonly Id[]): Promise<void>;
  /** Makes room for other records under these ids: takes away what stands there, what it replaced, who wrote in it, and that they were erased. */
  clear(ids: readonly Id[]): Promise<void>;
  /** Those of `of` that were erased. */
  erased(of: readonly Id[]): Promise<ReadonlySet<Id>>;
}

/** That a record stands in a scope, or has left it, since a position. One row a scope and record. */
export interface ScopeRow {
  readonly scope: Scope;
  readonly record: Id;
  readonly position: number;
  readonly left: boolean;
  /** True when it left because it was erased. */
  readonly erased?: boolean;
}

/** A row on its way to a device, with the bytes its record takes; 0 when it left. */
export interface FeedRow extends ScopeRow {
  readonly sizeBytes: number;
}

/** Where a scope stands: the position of its last row, and the digest of all it holds. */
export interface ScopeMark {
  readonly scope: Scope;
  readonly position: number;
  readonly digest: number;
}

/** How far the history has come. Without a mark where no commit ended there: at the start, and before the first version that marked them. */
export interface LastCommit {
  readonly position: number;
  readonly mark?: string;
}

/** Keeps which record stands in which scope, in the order of changes. */
export interface ScopeStorage {
  /**
   * Marks of the scopes that ever held a record. In a write they stay as they are until it ends, so that
   * positions reserved afterwards are, in each of these scopes, in the order of commits.
   */
  marks(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, ScopeMark>>;
  putMarks(marks: readonly ScopeMark[]): Promise<void>;
  /** Moves scopes to positions, which only rise, and adds to their digests. */
  addToMarks(marks: readonly ScopeMark[]): Promise<void>;
  /** Rows of one scope after a position, in order, at most `limit`. */
  rowsAfter(scope: Scope, position: number, limit: number): Promise<readonly FeedRow[]>;
  /** Every row of these records. */
  rowsOf(records: readonly Id[]): Promise<readonly ScopeRow[]>;
  /** What stands in a scope now, with the hashes of its records. */
  held(scope: Scope): Promise<readonly { readonly id: Id; readonly hash: Hash }[]>;
  /** Which of these records stand in any of these scopes. */
  standing(records: readonly Id[], scopes: readonly Scope[]): Promise<ReadonlySet<Id>>;
  putRows(rows: readonly ScopeRow[]): Promise<void>;
  /**
   * Takes the next `count` positions and returns the first. Positions are whole, rise for ever and start at 1. Whoever
   * reserves after this waits until the write ends: so whatever holds a commit holds every commit before it.
   */
  reserve(count: number): Promise<number>;
  /** The last position of the last commit that reserved any; 0 at the start. */
  highest(): Promise<number>;
  /** {@link highest}, with the mark of the commit that ended there. */
  last(): Promise<LastCommit>;
  /** The mark of the commit whose last position this is; undefined when no commit ended there. */
  markAt(position: number): Promise<string | undefined>;
  /** The last positions of the commits after a position, in any order. */
  commitsAfter(position: number): Promise<readonly number[]>;
  /** Marks a commit by its last position, in the write that reserved it. */
  addCommit(commit: { readonly position: number; readonly mark: string }): Promise<void>;
}

/** Who changed which record, when, from which device, and what stood there before. */
export interface HistoryRow {
  readonly record: Id;
  readonly position: number;
  readonly at: Instant;
  readonly by: string;
  readonly device: string;
  /** The state that was replaced, deflated; absent for the first. */
  readonly previous?: Uint8Array;
}

/** That a device writes in a record under a Yjs client id, and nobody else may. */
export interface ClientRow {
  readonly record: Id;
  readonly client: number;
  readonly device: string;
}

/** Keeps what the server alone knows of records: who wrote where, and what they replaced. */
export interface HistoryStorage {
  add(rows: readonly HistoryRow[]): Promise<void>;
  /** Oldest first. */
  of(record: Id): Promise<readonly HistoryRow[]>;
  /** Who writes under which client id in these records. */
  clients(records: readonly Id[]): Promise<readonly ClientRow[]>;
  addClients(rows: readonly ClientRow[]): Promise<void>;
}

/** A sharing choice as scopes need it. */
export interface ChoiceRow extends IdentifiedChoice {
  readonly entry: Id<"log-entry">;
  readonly learner: LearnerId;
}

/** A review's place in its series. */
export interface ClosingRow {
  readonly learner: LearnerId;
  readonly series: OrganisationId;
  readonly review: Id<"review">;
  readonly number: number;
}

/** Something written before access ended, kept for the learner's home. */
export interface TrayRow {
  readonly id: Id;
  readonly learner?: LearnerId;
  readonly person: string;
  readonly device: string;
  /** Canonical JSON. */
  readonly envelope: string;
  readonly state: State;
  readonly at: Instant;
}

/** Keeps sharing choices, numbers of reviews, and the tray. */
export interface FactStorage {
  choices(entries: readonly Id<"log-entry">[]): Promise<readonly ChoiceRow[]>;
  /** Adds facts; the same again is nothing new. */
  addChoices(rows: readonly ChoiceRow[]): Promise<void>;
  /** Closings of a learner, all series, by number. In a write, nobody else adds one until it ends. */
  closings(learner: LearnerId): Promise<readonly ClosingRow[]>;
  addClosings(rows: readonly ClosingRow[]): Promise<void>;
  /** Stores what was written before access ended; the same again is nothing new. */
  addToTray(rows: readonly TrayRow[]): Promise<void>;
  /** Bytes a person has in the tray. */
  trayBytes(person: string): Promise<number>;
  /** What lies in the tray about these learners, oldest first. */
  tray(learners: readonly LearnerId[]): Promise<readonly TrayRow[]>;
  /** Takes out what was put in before an instant. */
  emptyTray(before: Instant): Promise<void>;
}

/** Words the server keeps for itself: its epoch, its key. */
export interface MetaStorage {
  get(name: string): Promise<string | undefined>;
  /** Those of several that are there. */
  all(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  put(name: string, text: string): Promise<void>;
  /** The names that begin so, of words that are not empty. */
  names(beginning: string): Promise<readonly string[]>;
}

/** Knows which changes also stand in the journal outside the database. */
export interface JournalStorage {
  /** Those of `of` that this database has. */
  known(of: readonly string[]): Promise<ReadonlySet<string>>;
  /** Notes changes that this transaction makes; the same again is nothing new. */
  note(ids: readonly string[]): Promise<void>;
}

/** What may be done inside one transaction. */
export interface Transaction {
  readonly meta: MetaStorage;
  readonly records: RecordStorage;
  readonly scopes: ScopeStorage;
  readonly history: HistoryStorage;
  readonly memberships: MembershipStorage;
  readonly facts: FactStorage;
  readonly accounts: AccountStorage;
  readonly journal: JournalStorage;
}

/** How servers that share a database call to each other. A call may be lost. */
export interface NodeLine {
  /** Says something to every server that listens, this one too: at most {@link callLimitBytes}. */
  call(text: string): Promise<void>;
  /** Hears until the returned function is called. `connected` says so each time: what was called before then may be lost. */
  listen(ears: { hear(text: string): void; connected(): void }): () => Promise<void>;
}

/** The most bytes of a call. Source: PostgreSQL's NOTIFY takes less than 8,000. */
export const callLimitBytes = 7900;

/** A database, open. */
export interface Storage {
  /** Undefined where no other server can share the database. */
  readonly line: NodeLine | undefined;
  /**
   * Runs work that writes; kept as a whole when it resolves, not at all when it throws. Writes take
   * turns, whichever server they come through. Work may be run again from its start where the database could not end it,
   * so it does nothing that stays but through its transaction.
   */
  write<T>(work: (t: Transaction) => Promise<T>): Promise<T>;
  /** Runs work that only reads, on one snapshot; it too may be run again from its start. */
  read<T>(work: (t: Transaction) => Promise<T>): Promise<T>;
  /** How long the oldest open transaction has been open, in milliseconds, whoever began it; 0 when there is none. */
  oldestTransactionMs(): Promise<number>;
  close(): Promise<void>;
}

/** Thrown when the database itself could not do its work: nothing was kept, and asking again later may help. */
export class StorageFailure extends Error {
  readonly code: "storage-full" | "storage-failed";

  constructor(code: "storage-full" | "storage-failed", cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
