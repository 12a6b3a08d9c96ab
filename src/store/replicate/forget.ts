/**
 * Lets go of what this person no longer holds. A row is dropped when no scope covers it; if it has
 * something unsent, that goes first to the tray on the server ("written before access ended"),
 * and the row stays until the server has it. What was refused about a learner goes the same way. What the
 * tray will not take, since it is full, is put aside here instead: nothing is lost, and the device goes on.
 */
import type { Scope } from "#model/access.ts";
import { personOfLearner } from "#model/id.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import type { Refused } from "#store/ports.ts";
import { putAside } from "./put-aside.ts";
import { askWithin, fromStart, headerOf, messagesOf } from "./replicating.ts";
import type { Ground } from "./replicating.ts";
import { without } from "./row-rules.ts";
import { isUnsent } from "./row.ts";
import type { Row } from "./row.ts";

/** Which rows leave which scopes. */
export type Leaving = ReadonlyMap<Id, readonly Scope[]>;

const patience = 5;

/**
 * Takes rows out of scopes. A row that never stood in them is left alone: another page may still
 * bring what covers it, and what is covered by nothing is found by the audit. Problems: what
 * kept unsent work from reaching the server's tray.
 */
export async function leaveScopes(ground: Ground, leaving: Leaving): Promise<Outcome<true>> {
  const after = (row: Row): Row => without(row, leaving.get(row.id) ?? []);
  let ids = [...leaving.keys()];
  for (let tries = 0; ids.length > 0; tries += 1) {
    if (tries === patience) return no("storage-failed", "busy");
    const rows = [...(await ground.storage.read(ids)).values()];
    const endangered = rows.filter(
      (row) => isUnsent(row) && after(row) !== row && after(row).scopes.length === 0,
    );
    const given = await giveToTray(ground, endangered);
    if (!given.ok) return given;
    for (const { id, envelope, state } of given.value)
      await putAside(ground, { id, envelope, state, problem: trayFull });
    ids = await letGo(ground, {
      ids,
      after,
      safeRevs: new Map(endangered.map(({ id, localRev }) => [id, localRev])),
    });
  }
  return yes(true);
}

interface LettingGo {
  readonly ids: readonly Id[];
  readonly after: (row: Row) => Row;
  /** The revs that have reached the tray, or are put aside here. */
  readonly safeRevs: ReadonlyMap<Id, number>;
}

/** Drops or narrows the rows; those that changed meanwhile are left, and their ids returned. */
async function letGo({ storage }: Ground, { ids, after, safeRevs }: LettingGo): Promise<Id[]> {
  const changed = new Set<Id>();
  await storage.rewrite(ids, (row, id) => {
    changed.delete(id);
    if (!row) return "leave";
    const narrowed = after(row);
    if (narrowed === row) return "leave";
    if (narrowed.scopes.length > 0) return narrowed;
    if (!isUnsent(row) || safeRevs.get(id) === row.localRev) return "drop";
    changed.add(id);
    return "leave";
  });
  return [...changed];
}

/**
 * Forgets whole scopes: every row in them, and what was refused about learners of whom nothing is held any more. They go
 * back to the start first, but stay named: if this breaks off, and they are held again by then, they are read from the start.
 */
export async function forgetScopes(ground: Ground, scopes: readonly Scope[]): Promise<Outcome<true>> {
  if (scopes.length === 0) return yes(true);
  await ground.storage.changeMarks((now) => fromStart(now, scopes));
  const leaving = new Map<Id, readonly Scope[]>();
  for await (const page of ground.storage.pages())
    for (const row of page) if (without(row, scopes) !== row) leaving.set(row.id, scopes);
  const left = await leaveScopes(ground, leaving);
  return left.ok ? forgetRefused(ground, scopes) : left;
}

async function forgetRefused(ground: Ground, gone: readonly Scope[]): Promise<Outcome<true>> {
  const { positions } = await ground.storage.readMarks();
  const held = Object.keys(positions).filter((scope) => !gone.some((each) => each === scope));
  const isGone = ({ envelope: { learner } }: Refused): boolean =>
    learner !== undefined &&
    gone.some((scope) => scope.endsWith(`:${learner}`)) &&
    !isHeldAmong(held, learner);
  return handOver(ground, (await ground.storage.refused()).filter(isGone));
}

/** True while something of the learner is held here, and always for one's own. */
const isHeldAmong = (scopes: readonly string[], learner: LearnerId): boolean =>
  scopes.some((scope) => scope.endsWith(`:${learner}`) || scope === `own:${personOfLearner(learner)}`);

/**
 * Hands over what was typed in records after they were gone, and what was refused about a learner of whom nothing is held: this
 * person may not keep what else is in them. What the tray was too full for goes when it `mayHaveRoom` by now.
 */
export async function handOverLate(ground: Ground, mayHaveRoom: boolean): Promise<Outcome<true>> {
  const refused = await ground.storage.refused();
  if (refused.length === 0) return yes(true);
  const held = Object.keys((await ground.storage.readMarks()).positions);
  const isLate = ({ envelope: { learner }, problem: { code } }: Refused): boolean =>
    code === "not-found" ||
    (code === trayFull.code && mayHaveRoom) ||
    (code === "not-allowed" && learner !== undefined && !isHeldAmong(held, learner));
  return handOver(ground, refused.filter(isLate));
}

/** Why something is put aside that was to be handed over. */
const trayFull: Problem = { code: "tray-full" };

/** Gives things from the refused tray to the server's, and takes them off here. */
async function handOver(ground: Ground, refused: readonly Refused[]): Promise<Outcome<true>> {
  const given = await giveToTray(ground, refused);
  if (!given.ok) return given;
  const left = new Set(given.value);
  for (const item of refused) {
    if (!left.has(item)) await ground.storage.dropRefused(item.id, item.refusedAt);
    else if (item.problem.code !== trayFull.code) await putAside(ground, { ...item, problem: trayFull });
  }
  return yes(true);
}

/** Gives unsent work to the server's tray; what it would not take, which is not lost by that. Problems: what kept it from answering. */
async function giveToTray<W extends Pick<Row, "envelope" | "state">>(
  ground: Ground,
  work: readonly W[],
): Promise<Outcome<readonly W[]>> {
  const marks = await ground.storage.readMarks();
  const left: W[] = [];
  for (const batch of messagesOf(work)) {
    const records = batch.map(({ envelope, state }) => ({ envelope, state }));
    const answer = await askWithin(ground, "tray", { ...headerOf(marks), records });
    if (!answer.ok && !isForGood(answer.problem)) return answer;
    const taken = new Set(answer.ok ? answer.value.ids : []);
    left.push(...batch.filter(({ envelope }) => !taken.has(envelope.id)));
  }
  return yes(left);
}

/** True for a problem of what was given rather than of the way there: asking again would not help. */
const isForGood = ({ code }: Problem): boolean => code === "record-too-large" || code === "malformed";
