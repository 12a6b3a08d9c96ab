/** A storage behind a gate that every call goes through: to tell its failures from bugs, to count, to slow down or to stop. */
import type { RowStorage } from "#store/ports.ts";

/** Makes the call, sooner or later, or not at all. Fetching one page is a call of `pages`. */
export type Gate = <T>(call: () => Promise<T>, name: keyof RowStorage) => Promise<T>;

/** The same storage behind the gate. */
export const rowsThrough = (gate: Gate, rows: RowStorage): RowStorage => ({
  read: (ids) => gate(() => rows.read(ids), "read"),
  rewrite: (ids, rewrite) => gate(() => rows.rewrite(ids, rewrite), "rewrite"),
  unsent: (limit) => gate(() => rows.unsent(limit), "unsent"),
  async *pages() {
    const pages = rows.pages()[Symbol.asyncIterator]();
    const next = () => gate(() => pages.next(), "pages");
    for (let page = await next(); page.done !== true; page = await next()) yield page.value;
  },
  readMarks: () => gate(() => rows.readMarks(), "readMarks"),
  changeMarks: (change) => gate(() => rows.changeMarks(change), "changeMarks"),
  refused: () => gate(() => rows.refused(), "refused"),
  putRefused: (id, put) => gate(() => rows.putRefused(id, put), "putRefused"),
  dropRefused: (id, refusedAt) => gate(() => rows.dropRefused(id, refusedAt), "dropRefused"),
});
