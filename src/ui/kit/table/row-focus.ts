/**
 * Walking a table with the keyboard: one row's link is in the Tab order; arrows, J and K, Home and End move it.
 * Reads the rows from the page, so it works with sorted, grouped and virtual rows alike.
 */

/** Where a key leads from row `from` of `count`; undefined for keys that mean nothing here. */
export function rowAfterKey(key: string, from: number, count: number): number | undefined {
  const last = count - 1;
  if (last < 0) return undefined;
  if (key === "ArrowDown" || key === "j") return Math.min(last, from + 1);
  if (key === "ArrowUp" || key === "k") return Math.max(0, from - 1);
  if (key === "Home") return 0;
  if (key === "End") return last;
  return undefined;
}

const ROW_LINKS = "tr[data-row] a.row-link";

/** Handles a key pressed in a table's body: moves focus to the row it leads to, and says whether it did. */
export function walkRows(body: HTMLElement, key: string): boolean {
  const links = [...body.querySelectorAll<HTMLElement>(ROW_LINKS)];
  const row = document.activeElement?.closest("tr[data-row]");
  const from = links.findIndex((link) => link.closest("tr") === row);
  const to = rowAfterKey(key, from, links.length);
  const target = to === undefined ? undefined : links[to];
  target?.focus();
  return target !== undefined;
}

/** The id of the row that an element stands in; undefined outside the rows. */
export function rowIdAround(element: Element): string | undefined {
  return element.closest<HTMLElement>("tr[data-row]")?.dataset["row"];
}
