/** The rows that are written, as a device has them after fetching: made from what the measuring process hands over. */
import { decode } from "@msgpack/msgpack";
import { pageLimit } from "#model/wire/protocol.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { fetched } from "#store/replicate/row-rules.ts";
import type { Row } from "#store/replicate/row.ts";
import { recordsPath } from "./page-bench.ts";

/** Every row there is, oldest first; the first belongs to the person of the page. */
export async function givenRows(): Promise<readonly Row[]> {
  const body = await (await fetch(recordsPath)).arrayBuffer();
  const held = decode(body) as HeldRecord[];
  return held.map((record) => rowOf({ ...record, state: record.state.slice() }));
}

/** The row of a record that only the server knew until now. */
export const rowOf = (record: HeldRecord): Row =>
  fetched(undefined, record, {
    scopes: [`log:${record.envelope.learner ?? ""}`] as Row["scopes"],
    may: () => true,
  });

/** The rows a page of a pull at a time. */
export function pagesOf(rows: readonly Row[]): (readonly Row[])[] {
  const count = Math.ceil(rows.length / pageLimit);
  return Array.from({ length: count }, (_none, page) => rows.slice(page * pageLimit, (page + 1) * pageLimit));
}
