/**
 * Sends what the server has not acknowledged. Each record goes once a round, with the rev that is
 * sent; an answer moves nothing but that record's own marks. What the server refuses is kept in the
 * refused tray first (`refuse.ts`). One record that a server cannot digest never holds up the others:
 * batches shrink until it stands alone, and it waits behind them. Before an erasure goes what is left of the
 * record: the server erases for people only what it knows to be theirs, and may never have heard of it.
 */
import { kindOfId } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import { emptyState } from "#model/record/record.ts";
import { messageAimBytes, pushLimit } from "#model/wire/protocol.ts";
import type { Message, PushedRecord } from "#model/wire/protocol.ts";
import { destroy, refuse } from "./refuse.ts";
import { askWithin, headerOf } from "./replicating.ts";
import type { Ground, Tally } from "./replicating.ts";
import { acknowledged, erased, knownEnvelope } from "./row-rules.ts";
import { isUnsent } from "./row.ts";
import type { Row } from "./row.ts";

/** How carefully to send, learnt from earlier rounds of this session. */
export interface Caution {
  /** The most records a batch holds now. */
  batchLimit: number;
  /** Records on which the server failed when they were sent alone: they go last. */
  readonly last: Set<Id>;
}

/** The caution of a session in which nothing has failed. */
export const noCaution = (): Caution => ({ batchLimit: pushLimit, last: new Set() });

/** Sends everything unsent, in batches. Problems: what the server said, `offline`, `server-failed`. */
export async function push(ground: Ground, tally: Tally, caution: Caution): Promise<Outcome<true>> {
  const done = new Set<Id>();
  for (;;) {
    const rows = await ground.storage.unsent(pushLimit + done.size);
    const waiting = inOrder(
      rows.filter((row) => !done.has(row.id)),
      caution,
    );
    const left = await leftOfErased(ground, waiting, done);
    const batch = batchOf(withLeft(waiting, left), caution);
    if (batch.length === 0) return yes(true);
    await noteSending(ground);
    const answer = await askWithin(ground, "push", {
      ...headerOf(await ground.storage.readMarks()),
      records: batch,
    });
    if (!answer.ok) {
      if (!(await couldNotBeSent(ground, { batch, problem: answer.problem, tally, caution, done })))
        return answer;
      continue;
    }
    caution.batchLimit = Math.min(pushLimit, caution.batchLimit * 2);
    for (const id of await takeAnswers(ground, { batch, answers: answer.value.answers, tally })) done.add(id);
    for (const { envelope } of batch) if (left.has(envelope.id)) done.add(envelope.id);
    for (const { envelope } of batch) caution.last.delete(envelope.id);
  }
}

/** From here on not all is sent, until a round of this tab or another has agreed with the server. Source: RULES S10. */
const noteSending = ({ storage }: Ground): Promise<void> =>
  storage.changeMarks(({ allSentAt: _agreed, ...marks }) => ({
    ...marks,
    sendings: (marks.sendings ?? 0) + 1,
  }));

/**
 * What waits, in the order of sending: the one that has waited longest first, and what the server failed on alone
 * last. An erasure goes after what it erases.
 */
function inOrder(rows: readonly Row[], { last }: Caution): readonly Row[] {
  const place = ({ id, envelope, value }: Row): number => {
    const isErasure = envelope.kind === "erasure";
    const isLast = last.has(id) || (isErasure && last.has(value["record"] as Id));
    return (isLast ? 2 : 0) + (isErasure ? 1 : 0);
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}

const erasedBy = ({ envelope, value }: Pick<Row, "envelope" | "value">): Id | undefined =>
  envelope.kind === "erasure" ? (value["record"] as Id) : undefined;

/** What is left of records that are erased here and were their person's own, but for those that are done. */
async function leftOfErased(
  { storage, may }: Ground,
  rows: readonly Row[],
  done: ReadonlySet<Id>,
): Promise<ReadonlyMap<Id, Row>> {
  const ids = rows.flatMap((row) => erasedBy(row) ?? []).filter((id) => !done.has(id));
  if (ids.length === 0) return new Map();
  const isTheirs = (row: Row): boolean =>
    may({ envelope: knownEnvelope(row), value: row.value, isNew: row.serverHash === undefined });
  return new Map([...(await storage.read(ids))].filter(([, row]) => row.erased && isTheirs(row)));
}

const withLeft = (rows: readonly Row[], left: ReadonlyMap<Id, Row>): readonly Row[] =>
  rows.flatMap((row) => {
    const id = erasedBy(row);
    const before = id === undefined ? undefined : left.get(id);
    return before ? [before, row] : [row];
  });

/** The next records to send: within the limits of a message, never empty while any row waits. */
function batchOf(rows: readonly Row[], caution: Pick<Caution, "batchLimit">): PushedRecord[] {
  const batch: PushedRecord[] = [];
  let bytes = 0;
  for (const { envelope, state, localRev } of rows.slice(0, caution.batchLimit)) {
    bytes += state.length;
    if (batch.length > 0 && bytes > messageAimBytes) break;
    batch.push({ envelope, state, rev: localRev });
  }
  return batch;
}

interface Failed {
  readonly batch: readonly PushedRecord[];
  readonly problem: Problem;
  readonly tally: Tally;
  readonly caution: Caution;
  readonly done: Set<Id>;
}

/** True when it is worth going on at once, with fewer records or without one that was refused. */
async function couldNotBeSent(
  ground: Ground,
  { batch, problem, tally, caution, done }: Failed,
): Promise<boolean> {
  const [first] = batch;
  const isContent = problem.code === "malformed" || problem.code === "record-too-large";
  if ((!isContent && problem.code !== "server-failed") || !first) return false;
  if (batch.length > 1) caution.batchLimit = Math.ceil(batch.length / 2);
  else if (!isContent) caution.last.add(first.envelope.id);
  else {
    done.add(first.envelope.id);
    await refuse(ground, first, problem);
    tally.refused += 1;
  }
  return isContent;
}

/**
 * Lets go of all that is here of what these erasures, which the server has kept, erased; their ids. Should the disk fail
 * now, the erasures are sent again; and what another tab asked for before them finds the bare row in its way.
 */
async function destroyErased(ground: Ground, kept: readonly Id[]): Promise<ReadonlySet<Id>> {
  const erasures = kept.filter((id) => kindOfId(id) === "erasure");
  if (erasures.length === 0) return new Set();
  const ids = [...(await ground.storage.read(erasures)).values()].flatMap((row) => erasedBy(row) ?? []);
  await ground.storage.rewrite(ids, (row) => (row && !row.erased ? erased(row, emptyState) : "leave"));
  for (const id of ids) await destroy(ground, id);
  return new Set(ids);
}

type Answers = Message<"pushed">["answers"];

/** Takes in the answers to a batch; the ids that are still unsent and wait for the next round. */
async function takeAnswers(
  ground: Ground,
  {
    batch,
    answers,
    tally,
  }: { readonly batch: readonly PushedRecord[]; readonly answers: Answers; readonly tally: Tally },
): Promise<Set<Id>> {
  const sentById = new Map(batch.map((sent) => [sent.envelope.id, sent]));
  const about = answers.filter(({ id, rev }) => sentById.get(id)?.rev === rev);
  const keptById = new Map(about.flatMap(({ id, kept }) => (kept ? [[id, kept] as const] : [])));
  const waiting = new Set(sentById.keys());
  const gone = await destroyErased(ground, [...keptById.keys()]);
  const standing = [...keptById.keys()].filter((id) => !gone.has(id));
  await ground.storage.rewrite(standing, (row, id) => {
    const [sent, kept] = [sentById.get(id), keptById.get(id)];
    if (!row || !sent || !kept) return "leave";
    const after = acknowledged(row, sent, kept);
    if (!isUnsent(after)) waiting.delete(id);
    return after;
  });
  tally.sent += keptById.size;
  for (const { id, refused } of about) {
    const sent = sentById.get(id);
    if (!refused || !sent || keptById.has(id)) continue;
    if (await refuse(ground, sent, refused)) waiting.delete(id);
    tally.refused += 1;
  }
  return waiting;
}
