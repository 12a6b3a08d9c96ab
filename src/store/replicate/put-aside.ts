/** Keeps words in the refused tray, with whatever of the same record is there already. */
import { mergeStates } from "#model/record/record.ts";
import type { Refused, RowStorage, Surroundings } from "#store/ports.ts";

/** Where they are kept. */
export interface Aside {
  readonly storage: Pick<RowStorage, "putRefused">;
  readonly surroundings: Pick<Surroundings, "now">;
}

/** Puts a record's state into the tray, with the reason it is there for now. */
export const putAside = ({ storage, surroundings }: Aside, item: Omit<Refused, "refusedAt">): Promise<void> =>
  storage.putRefused(item.id, (there) => {
    const now = surroundings.now();
    if (!there) return { ...item, refusedAt: now };
    // Later than before on any clock, so that who takes the earlier one off does not take this.
    const refusedAt = Math.max(now, there.refusedAt + 1);
    return { ...item, refusedAt, state: mergeStates(there.state, item.state) };
  });
