/**
 * One round with the server: recover if it was restored, send everything unsent, fetch until there is
 * no more, and compare. State-based: any message may be lost, doubled or late, any write may fail,
 * and the next round goes on from what is durable. No timers, clocks or chance of its own.
 */
import { no, yes } from "#model/outcome.ts";
import type { Outcome, Problem, ProblemCode } from "#model/outcome.ts";
import { audit } from "./audit.ts";
import { isStorageFailure, problemOf, watchedStorage } from "#store/storage-failure.ts";
import { handOverLate } from "./forget.ts";
import { pull } from "./pull.ts";
import { noCaution, push } from "./push.ts";
import { noteEpoch, recover } from "./recover.ts";
import type { Ground, RoundResult, Tally } from "./replicating.ts";

/** Sends and fetches one person's records. */
export interface Replicator {
  /** Goes through one round. Rounds never overlap: a second call waits for the first. Rejects only for bugs. */
  round(): Promise<RoundResult>;
}

/** How often one round starts over because the server was restored, or heals what an audit found. */
const retries = 2;

/** After so many rounds that healed nothing a person is told: something is wrong that no device can mend. */
const unhealedMax = 3;

/** What a session remembers between rounds; nothing that would be missed after a restart. */
interface Memory {
  readonly caution: ReturnType<typeof noCaution>;
  /** True while nothing has moved since the last audit that agreed. */
  isAgreed: boolean;
  /** Rounds in a row that could not heal what an audit found. */
  unhealed: number;
  /** True once the bytes themselves have been compared in this session. */
  hasLookedDeep: boolean;
  /** True once this session has tried to hand over what the server's tray was too full for. */
  hasTriedTray: boolean;
}

/** A replicator over the given storage and transport. */
export function createReplicator(given: Ground): Replicator {
  const ground: Ground = { ...given, storage: watchedStorage(given.storage) };
  const memory: Memory = {
    caution: noCaution(),
    isAgreed: false,
    unhealed: 0,
    hasLookedDeep: false,
    hasTriedTray: false,
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    round() {
      const round = last.then(() => runRound(ground, memory));
      last = round.catch(() => undefined);
      return round;
    },
  };
}

async function runRound(ground: Ground, memory: Memory): Promise<RoundResult> {
  const tally: Tally = { sent: 0, fetched: 0, refused: 0 };
  try {
    const outcome = await exchange(ground, memory, tally);
    return outcome.ok ? { ...tally, allSent: outcome.value } : failed(memory, tally, outcome.problem);
  } catch (error) {
    if (isStorageFailure(error)) return failed(memory, tally, problemOf(error));
    throw error;
  }
}

function failed(memory: Memory, tally: Tally, problem: Problem): RoundResult {
  memory.isAgreed = false;
  return { ...tally, problem, allSent: false };
}

/** All steps, again from the first when the server turns out to have been restored; true when all is sent. */
async function exchange(ground: Ground, memory: Memory, tally: Tally): Promise<Outcome<boolean>> {
  for (let tries = 0; ; tries += 1) {
    const outcome = await steps(ground, memory, tally);
    if (outcome.ok || outcome.problem.code !== "epoch-changed" || outcome.problem.detail === undefined)
      return outcome;
    memory.isAgreed = false;
    await noteEpoch(ground, outcome.problem.detail);
    if (tries === retries) return outcome;
  }
}

/** Problems after which the server may still be asked for what others wrote. */
const passing: ReadonlySet<ProblemCode> = new Set(["server-failed", "malformed", "record-too-large"]);

async function steps(ground: Ground, memory: Memory, tally: Tally): Promise<Outcome<boolean>> {
  const marks = await ground.storage.readMarks();
  if (marks.recoveringTo !== undefined) {
    const recovered = await recover(ground, marks.recoveringTo);
    if (!recovered.ok) return recovered;
  } else if (marks.epoch === undefined) {
    const first = await pull(ground, tally);
    if (!first.ok) return first;
  }
  const pushed = await push(ground, tally, memory.caution);
  if (!pushed.ok && !passing.has(pushed.problem.code)) return pushed;
  const pulled = await pull(ground, tally);
  if (!pulled.ok) return pulled;
  if (!marks.isComplete) await ground.storage.changeMarks((now) => ({ ...now, isComplete: true }));
  const agreed = await agree(ground, memory, tally);
  if (!agreed.ok) return agreed;
  const handed = await handOverLate(ground, !memory.hasTriedTray);
  if (!handed.ok) return handed;
  memory.hasTriedTray = true;
  return pushed.ok ? noteAllSent(ground, agreed.value) : pushed;
}

/** Audits unless nothing moved since both sides last agreed; true when they agree. */
async function agree(ground: Ground, memory: Memory, tally: Tally): Promise<Outcome<boolean>> {
  if (memory.isAgreed && tally.sent + tally.fetched + tally.refused === 0) return yes(true);
  memory.isAgreed = false;
  for (let tries = 0; tries < retries; tries += 1) {
    const audited = await audit(ground, memory.hasLookedDeep ? "hashes" : "bytes");
    if (!audited.ok) return audited;
    memory.isAgreed = audited.value === "agreed";
    memory.hasLookedDeep ||= memory.isAgreed;
    if (memory.isAgreed) {
      memory.unhealed = 0;
      return yes(true);
    }
    const pulled = await pull(ground, tally);
    if (!pulled.ok) return pulled;
  }
  memory.unhealed += 1;
  return memory.unhealed < unhealedMax ? yes(false) : no("not-agreed");
}

async function noteAllSent({ storage, surroundings }: Ground, agreed: boolean): Promise<Outcome<boolean>> {
  const allSent = agreed && (await storage.unsent(1)).length === 0;
  if (allSent) await storage.changeMarks((marks) => ({ ...marks, allSentAt: surroundings.now() }));
  return yes(allSent);
}
