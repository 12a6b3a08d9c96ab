/**
 * A staff table: real rows, real links, sorted by its heads, walked with the keyboard, cards where the page is
 * narrow. It shows the rows it is given, in their order; filtering and sorting are the caller's.
 */
import { useState, type FocusEvent, type KeyboardEvent } from "react";
import { TableHead, type Column, type Sorting } from "./TableHead.tsx";
import { TableRow } from "./TableRow.tsx";
import { rowIdAround, walkRows } from "./row-focus.ts";

/** Rows under one heading. Without a title they follow on. `isLate` gives the title the accent. */
export type RowGroup<Row> = {
  readonly id: string;
  readonly title?: string;
  readonly isLate?: boolean;
  readonly rows: readonly Row[];
};

type TableProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly RowGroup<Row>[];
  readonly rowId: (row: Row) => string;
  /** Where a row leads: the whole row is its link. */
  readonly rowHref: (row: Row) => string;
  readonly sorting?: Sorting | undefined;
  /** The row that keys such as R or C act on, and what tells that it changed by focus. */
  readonly selected?: string | undefined;
  readonly onSelect?: (rowId: string) => void;
  /** A key pressed on a row that does not move: the caller's shortcuts. */
  readonly onRowKey?: (rowId: string, key: string) => void;
  /** Class of the table; screens place their columns by it where the page is narrow. */
  readonly className?: string;
};

/** Tab reaches one row; arrows, J and K walk on; Enter opens it. */
export function Table<Row>({
  label,
  columns,
  groups,
  rowId,
  rowHref,
  sorting,
  selected,
  onSelect,
  onRowKey,
  className,
}: TableProps<Row>) {
  const [focused, setFocused] = useState<string>();
  const ids = groups.flatMap((group) => group.rows.map(rowId));
  const current = selected ?? focused;
  const tabStop = current !== undefined && ids.includes(current) ? current : ids[0];
  // What is pressed are the rows' links; the table hears of it once, for all rows.
  const listeners = {
    onFocus: ({ target }: FocusEvent<HTMLElement>): void => {
      const id = rowIdAround(target);
      if (id === undefined) return;
      setFocused(id);
      onSelect?.(id);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (walkRows(event.currentTarget, event.key)) event.preventDefault();
      else if (current !== undefined) onRowKey?.(current, event.key);
    },
  };
  return (
    <table className={className ? `cases ${className}` : "cases"} aria-label={label} {...listeners}>
      <TableHead columns={columns} sorting={sorting} />
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.title !== undefined && (
            <tr className={group.isLate ? "grp late" : "grp"}>
              <th scope="rowgroup" colSpan={columns.length}>
                {group.title}
              </th>
            </tr>
          )}
          {group.rows.map((row) => {
            const id = rowId(row);
            return (
              <TableRow
                key={id}
                id={id}
                row={row}
                columns={columns}
                href={rowHref(row)}
                isTabStop={id === tabStop}
                isSelected={id === selected}
              />
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
