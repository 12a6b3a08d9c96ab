/** Keeps the marks of staff's reading lease, where a reload and a clock that is set do not reach it. */
import { afterMeeting, afterRunningOut } from "#store/lease.ts";
import type { Account } from "#store/account.ts";
import type { Marks, RowStorage, Surroundings } from "#store/ports.ts";
import { attempted } from "#store/storage-failure.ts";
import type { Unwatch } from "#store/store.ts";

const lookMs = 15 * 60_000;

/** What the keeper is told. */
export interface LeaseKeeper {
  /** The marks as they are now. */
  readonly look: (marks: Marks) => void;
  /** A round with the server went well. */
  readonly met: () => Promise<void>;
  readonly stop: Unwatch;
}

type KeeperGround = {
  readonly home: Account["home"];
  readonly storage: Pick<RowStorage, "changeMarks" | "readMarks">;
  readonly surroundings: Pick<Surroundings, "now">;
  /** Tells the status anew, since what can be read depends on the clock. */
  readonly onLook: (marks: Marks) => void;
};

/** A learner has no lease, so for them it does nothing. A disk that fails is tried again at the next look. */
export function keepLease({ home, storage, surroundings: { now }, onLook }: KeeperGround): LeaseKeeper {
  const keep = async (change: (marks: Marks) => Marks): Promise<void> => {
    await attempted(() => storage.changeMarks(change));
  };
  const look = (marks: Marks): void => {
    onLook(marks);
    const over = (current: Marks): Marks => afterRunningOut(home, current, now());
    if (over(marks) !== marks) void keep(over);
  };
  const lookAgain = (): void =>
    void attempted(() => storage.readMarks()).then((read) => read.ok && look(read.value));
  const timer = home === "learner" ? undefined : setInterval(lookAgain, lookMs);
  return {
    look,
    met: async () => {
      if (home !== "learner") await keep((marks) => afterMeeting(marks, now()));
    },
    stop: () => clearInterval(timer),
  };
}
