/** A device's storage that fails when it is told to: a call that writes half, and a power cut in the middle of a call. */
import type { RowStorage } from "#store/ports.ts";
import type { Chance } from "./chance.ts";

/** What is to go wrong with the coming calls that write. */
export interface StorageMood {
  /** The next call that writes is refused after some of its rows. */
  failNext: boolean;
  /** While true every call that writes is refused, as on a disk without room. */
  isFull: boolean;
  /** Calls that write until the device dies in the middle of one; undefined while it is well. */
  diesIn: number | undefined;
  /** True once the device died; nothing it still has under way goes on. */
  isDead: boolean;
  /** Called as it happens. */
  readonly onTrouble: (trouble: "failed" | "full" | "died") => void;
}

/** A storage in good health. */
export const goodMood = (onTrouble: StorageMood["onTrouble"]): StorageMood => ({
  failNext: false,
  isFull: false,
  diesIn: undefined,
  isDead: false,
  onTrouble,
});

/** The storage said no: a full disk, a closed connection. */
class LocalWriteFailed extends Error {
  override readonly name = "LocalWriteFailed";
}

const forever = (): Promise<never> => new Promise<never>(() => undefined);

/** The storage, with its mood. Reads always work. */
export function failingRows(rows: RowStorage, mood: StorageMood, chance: Chance): RowStorage {
  /** Runs a call that writes; `part` writes some of it. */
  const writing = async (whole: () => Promise<void>, part: () => Promise<void>): Promise<void> => {
    if (mood.isDead) return forever();
    if (mood.diesIn !== undefined && (mood.diesIn -= 1) < 0) {
      mood.isDead = true;
      mood.onTrouble("died");
      await part();
      return forever();
    }
    if (mood.isFull) {
      mood.onTrouble("full");
      throw new DOMException("no room", "QuotaExceededError");
    }
    if (!mood.failNext) return whole();
    mood.failNext = false;
    mood.onTrouble("failed");
    await part();
    throw new LocalWriteFailed();
  };
  const all = (call: () => Promise<void>) =>
    writing(call, async () => (chance.hits(0.5) ? call() : undefined));
  return {
    read: (ids) => rows.read(ids),
    unsent: (limit) => rows.unsent(limit),
    pages: () => rows.pages(),
    readMarks: () => rows.readMarks(),
    refused: () => rows.refused(),
    rewrite: (ids, rewrite) =>
      writing(
        () => rows.rewrite(ids, rewrite),
        () =>
          rows.rewrite(
            ids.filter(() => chance.hits(0.5)),
            rewrite,
          ),
      ),
    changeMarks: (change) => all(() => rows.changeMarks(change)),
    putRefused: (id, put) => all(() => rows.putRefused(id, put)),
    dropRefused: (id, refusedAt) => all(() => rows.dropRefused(id, refusedAt)),
  };
}
