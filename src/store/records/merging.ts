/** What one opening of a record holds, merged into what is stored of it by one conditional write. */
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import type { Row } from "#store/replicate/row.ts";
import { attempted } from "#store/storage-failure.ts";
import { rowToStore } from "./writing.ts";
import type { WritingGround, Written } from "./writing.ts";

/** What came of it. `isReplaced`: the stored state was replaced meanwhile, so that nothing was merged into it. */
export type Merged = Outcome<{
  readonly before?: Row | undefined;
  readonly row: Row | undefined;
  readonly isReplaced: boolean;
}>;

/** Merges it in, and durably when this resolves. Problems: those of changing a record; `not-found` when it is gone. */
export async function mergeWritten(ground: WritingGround, written: Written): Promise<Merged> {
  let merged: Merged = yes({ row: undefined, isReplaced: false });
  const tried = await attempted(() =>
    ground.storage.rewrite([written.id], (row) => {
      merged = mergedInto(row, written, ground.may);
      if (!merged.ok || !merged.value.row || merged.value.isReplaced) return "leave";
      return merged.value.row === row ? "leave" : merged.value.row;
    }),
  );
  return tried.ok ? merged : tried;
}

function mergedInto(
  row: Row | undefined,
  { envelope, state, resets }: Written,
  may: WritingGround["may"],
): Merged {
  if (!row && resets !== undefined) return no("not-found");
  if (row && resets !== undefined && row.resets !== resets) return yes({ row, isReplaced: true });
  const after = rowToStore(row, { envelope, state, may });
  if (!after.ok) return after;
  return yes({ before: row, row: after.value === "leave" ? row : after.value, isReplaced: false });
}
