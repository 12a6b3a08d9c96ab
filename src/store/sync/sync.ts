/**
 * Sending and fetching as the screens see it: one status for all tabs, rounds in the tab that leads.
 * Whatever brings news or a connection rings: start, coming online, focus, the doorbell, another tab.
 */
import type { Id } from "#model/id.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import { definitionOf } from "#model/kinds.ts";
import type { Account } from "#store/account.ts";
import type { HangDoorbell } from "./doorbell.ts";
import { seekLead } from "./leader.ts";
import type { OwnDatabase } from "#store/database/own-database.ts";
import type { RowStorage, Surroundings } from "#store/ports.ts";
import type { Replicator } from "#store/replicate/replicator.ts";
import { keepLease } from "./lease-keeper.ts";
import type { LeaseKeeper } from "./lease-keeper.ts";
import { createRounds } from "./rounds.ts";
import type { Rounds, Tempo } from "./rounds.ts";
import { written } from "#store/replicate/row-rules.ts";
import { attempted, isPassing } from "#store/storage-failure.ts";
import { withOpened } from "./opened.ts";
import { createStatusBoard, fromMarks } from "./status-board.ts";
import type { StatusBoard } from "./status-board.ts";
import type { Sync, SyncStatus, Unwatch } from "#store/store.ts";
import { createTabLine } from "./tab-line.ts";
import type { TabLine } from "./tab-line.ts";
import { readWaiting, watchWaiting } from "./waiting.ts";
import type { Watching } from "#store/database/watching.ts";

/** What sending and fetching stand on. */
export interface SyncGround {
  readonly account: Pick<Account, "person" | "home">;
  readonly storage: RowStorage;
  readonly own: OwnDatabase;
  readonly watching: Watching;
  readonly round: Replicator["round"];
  readonly surroundings: Surroundings;
  readonly tempo: Tempo;
  readonly hangDoorbell: HangDoorbell;
}

/** Sync, and what only the store itself may do with it. */
export interface OpenSync extends Sync {
  /** Something was written in this tab. */
  written(): void;
  /** The browser cleared what was kept here: this tab says so, of itself alone, and leaves sending to others. */
  cleared(): void;
  /** Stops; resolves when no round is under way any more. */
  close(): Promise<void>;
}

/** What tabs tell each other. */
type Word =
  | { readonly say: "ring" | "written" }
  | { readonly say: "round"; readonly busy: boolean; readonly problem?: Problem };

/** Starts sending and fetching; resolves when the status is known. */
export async function startSync(ground: SyncGround): Promise<OpenSync> {
  const { account, own } = ground;
  const board = createStatusBoard();
  const line = createTabLine<Word>(`waymark-tabs-${account.person}`);
  let leads = false;
  const { sayRound, sayCleared } = tellRounds(board, line);
  const round: Replicator["round"] = async () => {
    sayRound(true, ofTheDisk(board.status().problem));
    let problem: Problem | undefined;
    try {
      const result = await ground.round();
      problem = result.problem;
      if (leads && problem === undefined) doorbell.listen();
      else doorbell.stop();
      if (problem === undefined) await lease.met();
      return result;
    } finally {
      sayRound(false, problem);
    }
  };
  const rounds = createRounds(round, ground.surroundings.random, ground.tempo);
  const lease = leaseOn(ground, board);
  const doorbell = ground.hangDoorbell(() => rounds.called());
  const ring = (): void => (leads ? rounds.rung() : line.say({ say: "ring" }));
  line.hear((word) => {
    if (word.say === "round") board.put({ busy: word.busy, problem: word.problem });
    else if (leads) rounds[word.say === "ring" ? "rung" : "written"]();
  });

  const lead = async (isNow: boolean): Promise<void> => {
    leads = isNow;
    if (!leads) rounds.stop();
    if (!leads) doorbell.stop();
    await board.isFilled;
    if (leads) rounds.start(firstWaitMs(board.status(), ground.tempo));
  };
  const stopLeading = seekLead(`waymark-sync-${account.person}`, (isNow) => void lead(isNow));
  const stops: Unwatch[] = [
    watchWaiting(ground, board.put),
    own.watchRefusedCount((refused) => board.put({ refused })),
    own.watchMarks(lease.look),
    lease.stop,
    ringWhenNews(ring),
    stopLeading,
    () => line.close(),
  ];
  await board.isFilled;
  return {
    ...actions(ground, { board, rounds, ring }),
    cleared: () => {
      sayCleared();
      // Who signs in again in another tab has a disk there.
      stopLeading();
    },
    written: () => (leads ? rounds.written() : line.say({ say: "written" })),
    close: async () => {
      for (const stop of stops) stop();
      doorbell.stop();
      await rounds.settled();
    },
  };
}

/** Says how rounds stand, here and to other tabs; to nobody else once this tab was cleared, which others may not be. */
function tellRounds(board: StatusBoard, line: TabLine<Word>) {
  let isCleared = false;
  return {
    sayRound: (busy: boolean, problem: Problem | undefined): void => {
      if (isCleared) return;
      board.put({ busy, problem });
      line.say({ say: "round", busy, ...(problem ? { problem } : {}) });
    },
    sayCleared: (): void => {
      isCleared = true;
      line.close();
      board.put({ busy: false, problem: { code: "storage-cleared" } });
    },
  };
}

const leaseOn = ({ account: { home }, storage, surroundings }: SyncGround, board: StatusBoard): LeaseKeeper =>
  keepLease({
    home,
    storage,
    surroundings,
    onLook: (marks) => board.put(fromMarks(home, marks, surroundings.now())),
  });

/** What a person has to do something about: only a round that went well takes it back, or they never get to read it. */
const ofTheDisk = (problem: Problem | undefined): Problem | undefined =>
  problem && isPassing(problem) ? problem : undefined;

/** What is here already is shown before news of it is asked for: on a slow phone either takes its time. */
const firstWaitMs = ({ isComplete }: SyncStatus, { firstMs }: Tempo): number => (isComplete ? firstMs : 0);

/** Calls `ring` whenever the browser says that something may have changed. */
function ringWhenNews(ring: () => void): Unwatch {
  const whenSeen = (): void => {
    if (document.visibilityState === "visible") ring();
  };
  window.addEventListener("online", ring);
  window.addEventListener("focus", ring);
  document.addEventListener("visibilitychange", whenSeen);
  return () => {
    window.removeEventListener("online", ring);
    window.removeEventListener("focus", ring);
    document.removeEventListener("visibilitychange", whenSeen);
  };
}

interface Acting {
  readonly board: StatusBoard;
  readonly rounds: Rounds;
  readonly ring: () => void;
}

function actions({ storage }: SyncGround, { board, rounds, ring }: Acting): Sync {
  return {
    status: board.status,
    watch: board.watch,
    ring,
    // Two tabs may go through rounds at once, so the tab that is asked does it, whoever leads.
    sendNow: async () => {
      const { problem } = await rounds.now();
      const waiting = await readWaiting(storage);
      const { problem: _before, ...status } = board.status();
      return {
        ...status,
        ...waiting,
        refused: (await storage.refused()).length,
        ...(problem ? { problem } : {}),
      };
    },
    refused: () => storage.refused(),
    settleRefused: (id, refusedAt) => storage.dropRefused(id, refusedAt),
    retryRefused: async (id) => {
      const retried = await attempted(() => retryRefused(storage, id));
      ring();
      return retried.ok ? retried.value : retried;
    },
    openLearner: async (learner) => {
      await storage.changeMarks((marks) => withOpened(marks, learner));
      ring();
    },
  };
}

/** Puts what was refused back into the record; off the tray only when that is durable. */
async function retryRefused(storage: RowStorage, id: Id): Promise<Outcome<true>> {
  const item = (await storage.refused()).find((each) => each.id === id);
  if (!item) return no("not-found");
  let isTaken = false;
  await storage.rewrite([id], (row) => {
    isTaken = row !== undefined && definitionOf(item.envelope.kind).written === "once";
    return isTaken ? "leave" : written(row, item);
  });
  if (isTaken) return no("already-written");
  await storage.dropRefused(id, item.refusedAt);
  return yes(true);
}
