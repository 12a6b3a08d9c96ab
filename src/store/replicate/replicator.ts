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
  /** How often the device had begun to send when the last audit of this tab agreed; undefined once anything moved since. */
  agreedAfter: number | undefined;
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
    agreedAfter: undefined,
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
  memory.agreedAfter = undefined;
  return { ...tally, problem, allSent: false };
}

/** All steps, again from the first when the server turns out to have been restored; true when all is sent. */
async function exchange(ground: Ground, memory: Memory, tally: Tally): Promise<Outcome<boolean>> {
  for (let tries = 0; ; tries += 1) {
    const outcome = await steps(ground, memory, tally);
    if (outcome.ok || outcome.problem.code !== "epoch-changed" || outcome.problem.detail === undefined)
      return outcome;
    memory.agreedAfter = undefined;
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
  return pushed.ok ? noteAllSent(ground, memory) : pushed;
}

/** Audits unless nothing moved since both sides last agreed. */
async function agree(ground: Ground, memory: Memory, tally: Tally): Promise<Outcome<true>> {
  const hasMoved = tally.sent + tally.fetched + tally.refused > 0;
  if (!hasMoved && memory.agreedAfter === (await sendingsOf(ground))) return yes(true);
  memory.agreedAfter = undefined;
  for (let tries = 0; tries < retries; tries += 1) {
    const sendings = await sendingsOf(ground);
    const audited = await audit(ground, memory.hasLookedDeep ? "hashes" : "bytes");
    if (!audited.ok) return audited;
    if (audited.value === "agreed") {
      memory.agreedAfter = sendings;
      memory.hasLookedDeep = true;
      memory.unhealed = 0;
      return yes(true);
    }
    const pulled = await pull(ground, tally);
    if (!pulled.ok) return pulled;
  }
  memory.unhealed += 1;
  return memory.unhealed < unhealedMax ? yes(true) : no("not-agreed");
}

const sendingsOf = async ({ storage }: Ground): Promise<number> => (await storage.readMarks()).sendings ?? 0;

/** True when all is sent: this tab has agreed with the server, and no tab has sent anything since. */
async function noteAllSent(
  { storage, surroundings }: Ground,
  { agreedAfter }: Memory,
): Promise<Outcome<boolean>> {
  if (agreedAfter === undefined || (await storage.unsent(1)).length > 0) return yes(false);
  let isAllSent = false;
  await storage.changeMarks((marks) => {
    isAllSent = marks.recoveringTo === undefined && (marks.sendings ?? 0) === agreedAfter;
    return isAllSent ? { ...marks, allSentAt: surroundings.now() } : marks;
  });
  return yes(isAllSent);
}
