/** The parts of the caseload's table, each with its learners. */
import { passes } from "#model/views/caseload-filters.ts";
import { matches } from "#model/views/finding.ts";
import type { CaseloadRow, DueGroup } from "#model/views/caseload.ts";
import type { CaseloadFilter } from "#model/views/caseload-filters.ts";
import type { Instant } from "#model/time.ts";
import type { RowGroup } from "#ui/kit/table/Table.tsx";
import { groupWords } from "#ui/words/staff/caseload.ts";

/** The rows that pass the filter and the search, in their order. */
export const shownRows = (
  rows: readonly CaseloadRow[],
  show: { readonly filter: CaseloadFilter; readonly search: string; readonly now: Instant },
): readonly CaseloadRow[] =>
  rows.filter(
    (row) =>
      passes(row, show.filter, show.now) && matches([row.name, row.programme, ...row.providers], show.search),
  );

const groups: readonly DueGroup[] = ["overdue", "soon", "later"];

/** The rows in their parts, the first `most` of them; a head counts all of its part, and a part without rows has none. */
export function groupsOf(rows: readonly CaseloadRow[], most: number): readonly RowGroup<CaseloadRow>[] {
  const shown = new Set(rows.slice(0, most));
  return groups.flatMap((group): readonly RowGroup<CaseloadRow>[] => {
    const all = rows.filter((row) => row.group === group);
    const inBeing = all.filter((row) => shown.has(row));
    return inBeing.length === 0
      ? []
      : [
          {
            id: group,
            title: `${groupWords[group]} · ${all.length}`,
            isLate: group === "overdue",
            rows: inBeing,
          },
        ];
  });
}
