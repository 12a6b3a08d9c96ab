/**
 * What the replicator stands on: a place that keeps rows and marks, and a way to ask the server. The
 * device gives it RxDB and `fetch`; the simulation gives it memory that fails on purpose and a
 * server in the same process. The replicator itself knows neither, and reads no clock of its own.
 */
import type { Scope } from "#model/access.ts";
import type { Id, LearnerId, Random } from "#model/id.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import type { Highest, Message, MessageName } from "#model/wire/protocol.ts";
import type { State } from "#model/record/record.ts";
import type { Instant } from "#model/time.ts";
import type { Envelope } from "#model/record/envelope.ts";
import type { Lease } from "./lease.ts";
import type { Row } from "#store/replicate/row.ts";

/** How far this device has come with the server, stored after the rows it speaks of. */
export interface Marks {
  readonly epoch?: string;
  readonly positions: Readonly<Partial<Record<Scope, number>>>;
  /** The server's word for how far it had come in `epoch`: it speaks for everything held here. Stored before what it speaks for. */
  readonly highest?: Highest;
  /** Learners a coordinator opened by name. */
  readonly opened: readonly LearnerId[];
  /** The latest server time seen. */
  readonly serverTime?: Instant;
  /** From when staff's reading is counted. */
  readonly lease?: Lease;
  /** True once everything the server had was fetched, so that what is not here is nowhere. */
  readonly isComplete?: boolean;
  /** When this device last knew that everything had been sent and agreed. */
  readonly allSentAt?: Instant;
  /** How often any tab has begun to send: what was agreed after fewer says nothing of what was sent since. */
  readonly sendings?: number;
  /** The server's new epoch, from noticing it until everything held here has been offered. */
  readonly recoveringTo?: string;
}

/** The marks of a device that never met a server. */
export const noMarks: Marks = { positions: {}, opened: [] };

/** Something the server refused, kept with its words until the person has dealt with it. */
export interface Refused {
  readonly id: Id;
  readonly envelope: Envelope;
  readonly state: State;
  readonly problem: Problem;
  readonly refusedAt: Instant;
}

/** Keeps rows. Each call is durable when it resolves; a rejected call may have written some of its rows, each whole. */
export interface RowStorage {
  read(ids: readonly Id[]): Promise<ReadonlyMap<Id, Row>>;
  /**
   * Rewrites rows, each atomically: `rewrite` gets what is stored now (undefined when nothing is),
   * may be called again if another tab came between, and returns the row to store, `"drop"` to
   * delete it or `"leave"` to leave it.
   */
  rewrite(
    ids: readonly Id[],
    rewrite: (row: Row | undefined, id: Id) => Row | "drop" | "leave",
  ): Promise<void>;
  /** Rows with something unsent, the one that has waited longest first, at most `limit`. */
  unsent(limit: number): Promise<readonly Row[]>;
  /** Every row that is there throughout, once, in pages; for audits, recovery and forgetting. */
  pages(): AsyncIterable<readonly Row[]>;
  readMarks(): Promise<Marks>;
  /** Changes the marks as they are now, atomically; `change` may be called again if another tab came between. */
  changeMarks(change: (marks: Marks) => Marks): Promise<void>;
  /** What the server refused, oldest first. */
  refused(): Promise<readonly Refused[]>;
  /**
   * Puts something about a record into the tray, atomically: `put` gets what lies there of it now (undefined when
   * nothing does), and may be called again if another tab came between.
   */
  putRefused(id: Id, put: (there: Refused | undefined) => Refused): Promise<void>;
  /** Takes something off the tray; with `refusedAt` only if nothing was added to it since. */
  dropRefused(id: Id, refusedAt?: Instant): Promise<void>;
}

/** What may be asked of the server, and the message that it answers each with. */
export const answerTo = {
  push: "pushed",
  pull: "pulled",
  audit: "audited",
  offer: "wanted",
  recover: "recovered",
  tray: "trayed",
} as const;

/** Each question with the name of its answer. */
export type Exchanges = typeof answerTo;

/**
 * Asks the server. Problems: `offline`, `server-failed` (also for a body that is no answer), or what
 * the server said; `epoch-changed` has the server's epoch as its detail. It never rejects.
 */
export interface Transport {
  ask<N extends keyof Exchanges & MessageName>(
    name: N,
    message: Message<N>,
  ): Promise<Outcome<Message<Exchanges[N]>>>;
}

/** Time and chance, injected. */
export interface Surroundings {
  readonly now: () => Instant;
  readonly random: Random;
}
