/** Column heads; those that sort are buttons and say which way. */
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";

/** One column. The first column's cell becomes the row's link, so it holds nothing else that is pressed. */
export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS width. */
  readonly width?: string;
  readonly canSort?: boolean;
};

/** Which column sorts, and which way. */
export type Sorting = {
  readonly by: string;
  readonly direction: "ascending" | "descending";
  readonly onSort: (column: string) => void;
};

function HeadWords({ column, sorting }: { column: { id: string; head: string }; sorting: Sorting }) {
  const isSorting = sorting.by === column.id;
  return (
    <button type="button" onClick={() => sorting.onSort(column.id)}>
      {column.head}
      {isSorting && <Icon of={sorting.direction === "ascending" ? ArrowUp : ArrowDown} small />}
    </button>
  );
}

/** The head row, with the columns' widths. */
export function TableHead<Row>({
  columns,
  sorting,
}: {
  columns: readonly Column<Row>[];
  sorting: Sorting | undefined;
}) {
  return (
    <>
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={width === undefined ? undefined : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorting?.by === column.id ? sorting.direction : undefined}
            >
              {column.canSort && sorting ? <HeadWords column={column} sorting={sorting} /> : column.head}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
