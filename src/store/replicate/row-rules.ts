/**
 * What each answer of the server does to a row: pure functions, so that a storage may call them
 * again when another tab came between. While `state` equals the server's bytes `base` is absent;
 * while it differs `base` holds them, so the bytes a receipt speaks of are always here.
 */
import type { Scope, Write } from "#model/access.ts";
import { hashOf, sameBytes } from "#model/record/bytes.ts";
import { definitionOf } from "#model/kinds.ts";
import { kindOfId } from "#model/id.ts";
import { mergeAndProject, mergeStates, project } from "#model/record/record.ts";
import type { State } from "#model/record/record.ts";
import type { HeldRecord, Message, PushedRecord } from "#model/wire/protocol.ts";
import type { Envelope } from "#model/record/envelope.ts";
import type { Row } from "./row.ts";
import { isUnsent } from "./row.ts";

/**
 * The row after its person wrote: the written state merged in, never put in its place. A new row where
 * there was none; the same row when nothing was added.
 */
export function written(
  row: Row | undefined,
  { envelope, state }: { readonly envelope: Envelope; readonly state: State },
): Row {
  if (row?.erased) return row;
  const { state: whole, value } = mergedValue(envelope, ...(row ? [row.state, state] : [state]));
  if (row && sameBytes(whole, row.state)) return row;
  if (!row)
    return {
      id: envelope.id,
      envelope,
      state: whole,
      value,
      localRev: 1,
      ackedRev: 0,
      resets: 0,
      scopes: [],
    };
  const base = serverStateOf(row);
  return { ...row, state: whole, value, localRev: row.localRev + 1, ...(base ? { base } : {}) };
}

type Kept = NonNullable<Message<"pushed">["answers"][number]["kept"]>;

/** The plain object a state stands for; empty for a kind that only a newer app knows. */
export const valueOf = ({ id, kind }: Envelope, state: State): Row["value"] =>
  kindOfId(id) === undefined ? {} : { ...project(definitionOf(kind), state) };

function mergedValue({ id, kind }: Envelope, ...states: State[]): Pick<Row, "state" | "value"> {
  if (kindOfId(id) === undefined) return { state: mergeStates(...states), value: {} };
  const { state, value } = mergeAndProject(definitionOf(kind), ...states);
  return { state, value: { ...value } };
}

/** The envelope with the creator the server stamped, where naming one was left to the server. */
export const knownEnvelope = ({ envelope, stamps }: Pick<Row, "envelope" | "stamps">): Envelope =>
  stamps && envelope.createdBy === undefined ? { ...envelope, createdBy: stamps.createdBy } : envelope;

const isFact = ({ id, kind }: Envelope): boolean =>
  kindOfId(id) !== undefined && definitionOf(kind).written === "once";

/** The server's bytes last seen, which `serverHash` and `receipt` speak of; undefined when there are none here. */
export const serverStateOf = (row: Row): State | undefined =>
  row.serverHash === undefined || row.erased ? undefined : (row.base ?? row.state);

/** The row after its person erased it: nothing of what it said, `bare` in its place. */
export function erased(row: Row, bare: State): Row {
  const { base: _words, receipt: _word, ...rest } = row;
  const value = valueOf(row.envelope, bare);
  return { ...rest, state: bare, value, ackedRev: row.localRev, erased: true };
}

/**
 * What is left here of a row erased here once the server has erased it, too: nothing to compare, only what stands in the
 * way of an answer that was given before. It lies where the server says the record was, and goes with those scopes.
 */
export function settled(row: Row, scopes: readonly Scope[] = []): Row {
  const unnamed = scopes.filter((scope) => !row.scopes.includes(scope));
  if (row.serverHash === undefined && unnamed.length === 0) return row;
  const { serverHash: _none, ...rest } = row;
  return { ...rest, scopes: [...row.scopes, ...unnamed] };
}

/** The row with the server's bytes noted beside its own. */
function besides(row: Row, server: { readonly state: State; readonly hash: Row["serverHash"] }): Row {
  const { base: _before, ...rest } = row;
  const same = sameBytes(row.state, server.state);
  return {
    ...rest,
    ...(same ? {} : { base: server.state }),
    ...(server.hash === undefined ? {} : { serverHash: server.hash }),
  };
}

/**
 * Whether a row holds more than what was sent and what the server has besides. A record that was let go of and begun anew
 * counts its changes from 1 again, so that the number alone does not tell.
 */
const holdsMore = (row: Row, { state: sent }: PushedRecord): boolean =>
  !sameBytes(row.state, sent) && !sameBytes(row.state, mergeStates(sent, serverStateOf(row) ?? sent));

/**
 * The row after the server kept what was sent. The acknowledgement reaches as far as the rev that was
 * sent, so what was typed meanwhile stays unsent, and so does what no answer spoke of. A hash of other bytes than those sent says only
 * that others wrote too; their words come with the next pull, and the receipt with them.
 */
export function acknowledged(row: Row, sent: PushedRecord, kept: Kept): Row {
  if (row.erased) return { ...row, stamps: kept.stamps, serverHash: kept.hash };
  const isOther = sent.rev >= row.localRev && holdsMore(row, sent);
  const ackedRev = isOther ? row.ackedRev : Math.max(row.ackedRev, Math.min(sent.rev, row.localRev));
  if (hashOf(sent.state) !== kept.hash) return { ...row, ackedRev };
  return besides(
    { ...row, ackedRev, stamps: kept.stamps, receipt: kept.receipt },
    { state: sent.state, hash: kept.hash },
  );
}

const merged = (row: Row, server: HeldRecord): State => {
  if (sameBytes(row.state, server.state)) return server.state;
  if (isFact(server.envelope)) return isUnsent(row) ? row.state : server.state;
  return mergeStates(row.state, server.state);
};

const isScopeAmong = (scopes: readonly Scope[]) => (scope: Scope) => scopes.includes(scope);

/** The row of a record that only the server knew. */
const newcomer = (server: HeldRecord, scopes: readonly Scope[]): Row => ({
  id: server.envelope.id,
  envelope: server.envelope,
  stamps: server.stamps,
  state: server.state,
  value: valueOf(server.envelope, server.state),
  localRev: 0,
  ackedRev: 0,
  serverHash: server.hash,
  receipt: server.receipt,
  resets: 0,
  scopes,
});

/**
 * The row after a record came from the server through these scopes. Both sides' words are in it. An
 * acknowledged row becomes exactly the server's bytes; should it hold more than they do, it is
 * sent again when its person may write it, and given up for the server's bytes when not.
 */
export function fetched(
  row: Row | undefined,
  server: HeldRecord,
  { scopes, may }: { readonly scopes: readonly Scope[]; readonly may: (write: Write) => boolean },
): Row {
  if (row === undefined) return newcomer(server, scopes);
  const allScopes = [...row.scopes, ...scopes.filter((scope) => !row.scopes.includes(scope))];
  const { envelope, stamps, receipt } = server;
  if (row.erased) return { ...row, envelope, stamps, serverHash: server.hash, scopes: allScopes };
  const state = merged(row, server);
  const value = sameBytes(state, row.state) ? row.value : valueOf(envelope, state);
  const both = besides({ ...row, envelope, stamps, receipt, state, value, scopes: allScopes }, server);
  if (isUnsent(both) || both.base === undefined) return both;
  return may({ envelope: knownEnvelope(both), value, isNew: false })
    ? { ...both, localRev: both.localRev + 1 }
    : (reset(both) ?? both);
}

/** The row as the server has it, with nothing unsent; undefined when the server never had it. */
export function reset(row: Row): Row | undefined {
  const state = serverStateOf(row);
  if (state === undefined) return undefined;
  const { base: _before, ...rest } = row;
  return {
    ...rest,
    state,
    value: valueOf(row.envelope, state),
    ackedRev: row.localRev,
    resets: row.resets + 1,
  };
}

/** The row without these scopes; itself when it stands in none of them. */
export function without(row: Row, scopes: readonly Scope[]): Row {
  const among = isScopeAmong(scopes);
  return row.scopes.some(among) ? { ...row, scopes: row.scopes.filter((scope) => !among(scope)) } : row;
}

/** The record a device gives back to a server that lost it; undefined without the server's word for it. */
export function receipted(row: Row): HeldRecord | undefined {
  const { envelope, stamps, serverHash: hash, receipt } = row;
  const state = serverStateOf(row);
  if (!state || !stamps || hash === undefined || receipt === undefined) return undefined;
  return { envelope, stamps, state, hash, receipt };
}
