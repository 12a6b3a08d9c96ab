/**
 * The identity of the server's history. Each commit has a mark that follows from the mark before it and from
 * what it changed, so that two histories which part never share one again; and whoever was shown a commit
 * can later tell whether this server still has it. Source: RULES P6.
 */
import type { Highest } from "#model/wire/protocol.ts";
import type { KeptRecord, LastCommit, ScopeRow, Transaction } from "#server/storage/storage.ts";
import { hashOf } from "./hashing.ts";
import type { Signet } from "./signet.ts";

/** The mark of no commit at all. */
const start = "";

/** What a commit changed. */
export interface Commit {
  /** The last position it took. */
  readonly last: number;
  readonly at: number;
  readonly rows: readonly ScopeRow[];
  readonly records: readonly Pick<KeptRecord, "id" | "hash">[];
}

/** The mark of a commit that follows on another. */
export function markOf(before: LastCommit, commit: Commit): string {
  const lines = [
    before.mark ?? start,
    commit.last,
    commit.at,
    ...commit.rows.map(
      ({ scope, record, position, left, erased }) => `${position} ${scope} ${record} ${left} ${erased}`,
    ),
    ...commit.records.map(({ id, hash }) => `${id} ${hash}`),
  ];
  return hashOf(lines.join("\n"));
}

/** The server's word for how far it has come in an epoch, as this version of the protocol says it. */
export function provenHighest(
  { position, mark = start }: LastCommit,
  { signet, epoch, protocol }: { readonly signet: Signet; readonly epoch: string; readonly protocol: number },
): Highest {
  if (protocol < 2) return { position, proof: signet.proof({ epoch, position }) };
  return { position, mark, proof: signet.proof({ epoch, position, mark }) };
}

/** What a device shows: how far it knows the server to have come, in which epoch. */
export interface Shown {
  readonly epoch: string;
  readonly highest: Highest;
}

/** True for a true proof of something that this server has not: it was set back to an older copy. A forged one says nothing. */
export async function showsSetBack(
  { scopes }: Transaction,
  signet: Signet,
  { epoch, highest: { position, mark, proof } }: Shown,
): Promise<boolean> {
  if (!signet.isProof(proof, { epoch, position, mark })) return false;
  if (mark === undefined) return position > (await scopes.highest());
  return mark !== ((await scopes.markAt(position)) ?? start);
}
