/**
 * What the screens stand on: one person's records on this device, live and durable, and how far
 * they have been sent. The screens know nothing below this.
 */
import type { Circle, Write } from "#model/access.ts";
import type { Id, KindName, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { FieldsOf, ListsOf, Value } from "#model/kinds.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import type { Edit } from "#model/record/record.ts";
import type { Instant } from "#model/time.ts";
import type { Prints } from "#model/views/prints.ts";
import type { WaitingThing } from "#model/views/waiting-things.ts";
import type { Refused } from "./ports.ts";

/** A record as the screens see it. */
export interface StoredRecord<K extends KindName = KindName> {
  readonly id: Id<K>;
  readonly kind: K;
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
  /** Who created it; this person for a record of a derived id not yet sent. */
  readonly createdBy: PersonId;
  readonly createdAt: Instant;
  /** Of a review's closing: its number in the series, once the server gave it. */
  readonly number?: number;
  /** When the server first had it; absent while it is only here. */
  readonly arrivedAt?: Instant;
  readonly value: Value<K>;
  /** True until the server acknowledged everything written here. */
  readonly unsent: boolean;
}

/** Which records a list shows. */
export interface Filter {
  readonly learner?: LearnerId;
}

/** An edit of a record of this kind. */
export type EditOf<K extends KindName> = Edit<FieldsOf<K>, ListsOf<K>>;

/** Stops watching. */
export type Unwatch = () => void;

/** What a new record is about. `id` only for things of which there is one. */
export interface About<K extends KindName> {
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
  readonly id?: Id<K>;
}

/** One person's records on this device. */
export interface Records {
  get<K extends KindName>(id: Id<K>): Promise<StoredRecord<K> | undefined>;
  /** Calls with the record now, and again whenever it changes, in any tab; undefined when it is not here. */
  watch<K extends KindName>(id: Id<K>, listener: (record: StoredRecord<K> | undefined) => void): Unwatch;
  /** Calls with all records of a kind, newest first, now and whenever one of them changes. */
  watchAll<K extends KindName>(
    kind: K,
    filter: Filter,
    listener: (records: readonly StoredRecord<K>[]) => void,
  ): Unwatch;
  /**
   * Creates a record; durable when it resolves. Problems: `not-allowed`, `storage-full`, `storage-failed`, and
   * `record-too-large` when it would hold more words than fit: then nothing was written.
   */
  create<K extends KindName>(kind: K, about: About<K>, edit: EditOf<K>): Promise<Outcome<StoredRecord<K>>>;
  /**
   * Creates records that belong together, all of them or none, each later than the one before; `edits` are told which that
   * is. Of kinds of which there may be many. Problems: those of {@link create}.
   */
  createAll<K extends KindName>(
    kind: K,
    about: About<K>,
    edits: readonly ((before: Id<K> | undefined) => EditOf<K>)[],
  ): Promise<Outcome<readonly Id<K>[]>>;
  /** Changes a record, or starts it where its id is derived and nobody has; durable when it resolves. Same problems. */
  change<K extends KindName>(id: Id<K>, edit: EditOf<K>, about?: About<K>): Promise<Outcome<StoredRecord<K>>>;
  /**
   * Erases records for good: their words are gone from this device when it resolves, and word of it waits to be sent. Of
   * entries, comments and answers. Problems: `not-allowed`, `not-found`: then none is erased; and those of the disk: then
   * some may be, at once or with the server's answer. Source: RULES A18.
   */
  erase(ids: readonly Id[]): Promise<Outcome<true>>;
  /** Opens a record for typing. One editor a record and tab is shared by all who open it; close each. */
  open<K extends KindName>(id: Id<K>, about?: About<K>): Promise<Editor<K>>;
  /**
   * Begins a record for typing, which asks the disk nothing: it is stored with its first change, together with what it says
   * from its beginning. Of kinds of which there may be many. Close its editor.
   */
  begin<K extends KindName>(kind: K, about: About<K>, beginning?: EditOf<K>): Promise<Editor<K>>;
  /** What was typed in this tab and is not durable yet. */
  readonly unsaved: Unsaved;
}

/** What was typed and is not durable yet. */
export interface Unsaved {
  isAny(): boolean;
  /** Calls when there is some, and when there is none any more. */
  watch(listener: () => void): Unwatch;
  /** Jots it down at once, for the page may be gone before it is durable. Source: RULES L8. */
  jot(): void;
}

/** How far an editor's changes have come. */
export type Saving =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "failed"; readonly problem: Problem };

/** A record opened for change. Changes show at once and are durable when `saving` says `saved`. */
export interface Editor<K extends KindName> {
  readonly id: Id<K>;
  value(): Value<K>;
  saving(): Saving;
  /** Calls after each change of value or saving, from here or elsewhere. */
  watch(listener: () => void): Unwatch;
  /** False, with nothing done, when it would put in more words than fit. Source: RULES M14. */
  change(edit: EditOf<K>): boolean;
  /** How many bytes of words still fit; negative where people who wrote apart went beyond. */
  roomBytes(): number;
  undo(): boolean;
  redo(): boolean;
  /** Resolves when everything changed so far is durable, with the problem if it is not. */
  flush(): Promise<Outcome<true>>;
  /** Flushes and lets go. */
  close(): Promise<void>;
}

/** How far this device's records have been sent: what the status line says. */
export interface SyncStatus {
  /** Records with something the server has not acknowledged. */
  readonly unsent: number;
  /** The same as people count it, longest waiting first; absent until it has been read. Source: RULES S16. */
  readonly waiting?: readonly WaitingThing[];
  /** Things the server refused that the person has not dealt with. */
  readonly refused: number;
  /** True while a round with the server is under way. */
  readonly busy: boolean;
  /** When everything was last known to be sent and agreed. */
  readonly allSentAt?: Instant;
  /** Why the last round did not finish: `offline`, `signed-out`, `server-failed`, `protocol-too-old` … */
  readonly problem?: Problem;
  /** When reading what is here may be locked until the server is reached; staff only. */
  readonly readableUntil?: Instant;
  /** True once a first round has finished, so that "nothing here" means nothing. */
  readonly isComplete: boolean;
}

/** Sending and fetching. */
export interface Sync {
  status(): SyncStatus;
  watch(listener: () => void): Unwatch;
  /** Starts a round soon, if this tab replicates; else asks the tab that does. */
  ring(): void;
  /** Resolves after one whole round, or when it stopped; for "send now" and sign-out. */
  sendNow(): Promise<SyncStatus>;
  refused(): Promise<readonly Refused[]>;
  /** Takes a refused thing off the tray after its words were kept elsewhere; with `refusedAt` only if nothing was added since. */
  settleRefused(id: Id, refusedAt?: Instant): Promise<void>;
  /** Sends a refused thing once more, as a change to the record as it is now. */
  retryRefused(id: Id): Promise<Outcome<true>>;
  /** Also fetches these learners, whom a coordinator opened by name. */
  openLearner(learner: LearnerId): Promise<void>;
}

/** One person's store, open. */
export interface Store {
  readonly person: PersonId;
  readonly device: string;
  readonly records: Records;
  readonly sync: Sync;
  /** The memberships this device knows, live: for `access.ts`. */
  circle(): Circle;
  /** Whether this person may make a write, as far as this device knows; the same function the server asks. */
  may(write: Write): boolean;
  /** What this person last looked at, private to this device: an instant by any key a screen chooses. */
  readonly seen: Seen;
  /** What records said when this person last looked at them, private to this device. */
  readonly looked: Looked;
  /** Everything this person has on this device, as one JSON text: words to read, and states to bring back. */
  export(): Promise<string>;
  close(): Promise<void>;
}

/** When a person last looked at something. Never leaves the device. */
export interface Seen {
  /** Undefined for what was never looked at, or where that cannot be read: it is shown once more. */
  at(key: string): Promise<Instant | undefined>;
  mark(key: string): Promise<void>;
}

/** A change this person made in this tab, by the prints of what a record said before and after. */
export interface OwnChange {
  readonly id: Id;
  readonly before: Prints;
  readonly after: Prints;
}

/** What records said when a person last looked at them. Never leaves the device. */
export interface Looked {
  /** Those of these that were looked at. */
  at(ids: readonly Id[]): Promise<ReadonlyMap<Id, Prints>>;
  /** Notes what is being looked at now. */
  note(prints: ReadonlyMap<Id, Prints>): Promise<void>;
  /** Calls with each change of one's own, so that a screen that is open does not take it for another's. */
  watchOwn(listener: (change: OwnChange) => void): Unwatch;
}
