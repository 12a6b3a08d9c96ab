/** One record as this device keeps it: the record, and what the replicator knows about it. */
import type { Scope } from "#model/access.ts";
import type { Hash } from "#model/record/bytes.ts";
import type { Envelope, Stamps } from "#model/record/envelope.ts";
import type { Id } from "#model/id.ts";
import type { State } from "#model/record/record.ts";

/** A record and its sync marks. Unsent while `localRev > ackedRev`. */
export interface Row {
  readonly id: Id;
  readonly envelope: Envelope;
  /** What the server said of it; absent until it has been there. */
  readonly stamps?: Stamps;
  readonly state: State;
  /** The projection of `state`; derived, never sent. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Counts this device's own changes, from 1; 0 for a record that only others wrote. */
  readonly localRev: number;
  /** The last `localRev` the server acknowledged. */
  readonly ackedRev: number;
  /** Hash of the server's bytes last seen; with `receipt` its signed word for them. */
  readonly serverHash?: Hash;
  readonly receipt?: string;
  /** The server's bytes last seen, kept only while `state` differs from them. */
  readonly base?: State;
  /** How often `state` was replaced instead of merged into; a document opened before that must be dropped. */
  readonly resets: number;
  /** The scopes through which the server gave it; empty for a record not yet sent. */
  readonly scopes: readonly Scope[];
  /**
   * True from being erased here: `state` holds no word any more, only what the server needs to know whose it was. Nothing
   * is written or merged into it, and no screen sees it. It stays while this person holds its scopes, also when the server
   * has erased it, too (it then has no `serverHash`): another tab may have asked for it before. Source: RULES A18, A19.
   */
  readonly erased?: true;
}

/** True while the server has not acknowledged everything this device wrote. */
export const isUnsent = (row: Pick<Row, "localRev" | "ackedRev">): boolean => row.localRev > row.ackedRev;
