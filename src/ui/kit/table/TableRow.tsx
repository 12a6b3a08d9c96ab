/** One row: its first cell is a link that covers the row; other pressed things stand above that link. */
import { memo } from "react";
import { Link } from "react-aria-components";
import type { Column } from "./TableHead.tsx";

type TableRowProps<Row> = {
  readonly id: string;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly href: string;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
};

function Cells<Row>({
  row,
  columns,
  href,
  isTabStop,
}: Pick<TableRowProps<Row>, "row" | "columns" | "href" | "isTabStop">) {
  return columns.map((column, i) =>
    i === 0 ? (
      <th key={column.id} scope="row">
        <Link href={href} className="row-link" {...(isTabStop ? {} : { excludeFromTabOrder: true })}>
          {column.cell(row)}
        </Link>
      </th>
    ) : (
      <td key={column.id} data-head={column.head}>
        {column.cell(row)}
      </td>
    ),
  );
}

/** A row of the table. It has no listeners of its own, so that walking draws two rows anew, not all. */
export const TableRow = memo(function TableRow<Row>({
  id,
  row,
  columns,
  href,
  isTabStop,
  isSelected,
}: TableRowProps<Row>) {
  return (
    <tr data-row={id} className={isSelected ? "sel" : undefined}>
      <Cells row={row} columns={columns} href={href} isTabStop={isTabStop} />
    </tr>
  );
}) as <Row>(props: TableRowProps<Row>) => React.ReactNode;
