import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { Table } from "./Table.tsx";

type Row = { readonly id: string; readonly name: string };

const groups = [
  { id: "late", title: "Late", rows: [{ id: "a", name: "Ada" }] },
  {
    id: "later",
    rows: [
      { id: "b", name: "Bo" },
      { id: "c", name: "Cy" },
    ],
  },
] satisfies { id: string; title?: string; rows: Row[] }[];
const columns = [
  { id: "name", head: "Name", cell: (row: Row) => row.name, canSort: true },
  { id: "note", head: "Note", cell: () => <button type="button">More</button> },
];

afterEach(cleanup);

const renderTable = (
  more: Partial<Pick<ComponentProps<typeof Table<Row>>, "onRowKey" | "sorting">> = {},
): void =>
  void render(
    <Table
      label="People"
      columns={columns}
      groups={groups}
      rowId={(row) => row.id}
      rowHref={(row) => `/${row.id}`}
      {...more}
    />,
  );

test("Tab reaches one row's link, and J, K and arrows walk across groups", async () => {
  renderTable();
  const person = userEvent.setup();
  await person.tab();
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "Ada" }));
  await person.keyboard("j{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "Cy" }));
  await person.keyboard("k");
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "Bo" }));
});

test("a row's link is headed by its row and column, and its group's title heads the group", () => {
  renderTable();
  expect(screen.getByRole("rowheader", { name: "Bo" })).toBeDefined();
  expect(screen.getByRole("rowheader", { name: "Late" })).toBeDefined();
  expect(screen.getByRole("link", { name: "Bo" }).getAttribute("href")).toBe("/b");
});

test("other keys on a row are the screen's shortcuts", async () => {
  const onRowKey = vi.fn<(row: string, key: string) => void>();
  renderTable({ onRowKey });
  const person = userEvent.setup();
  await person.tab();
  await person.keyboard("jr");
  expect(onRowKey).toHaveBeenLastCalledWith("b", "r");
});

test("a head that sorts is a button, and the column says which way it sorts", async () => {
  const onSort = vi.fn<(column: string) => void>();
  const sorting = { by: "name", direction: "ascending", onSort } as const;
  renderTable({ sorting });
  expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(onSort).toHaveBeenCalledWith("name");
});
