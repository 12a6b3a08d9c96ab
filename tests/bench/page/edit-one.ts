/** One person typing into one entry, saved durably again and again. */
import type { Id } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { openRecord } from "#model/record/record.ts";
import type { Row } from "#store/replicate/row.ts";
import { givenRows } from "./given-rows.ts";
import { benchPerson } from "./page-bench.ts";
import type { PageBench } from "./page-bench.ts";
import { openProduct, openProductRows, writeProductRows } from "./product.ts";
import { getRaw, openRaw, putRaw } from "./raw-database.ts";
import { timed } from "./timed.ts";

/** See {@link PageBench}. */
export const editOne: PageBench["editOne"] = async (side, edits) => {
  const [row] = await givenRows();
  if (!row) throw new Error("No record to edit.");
  return side === "ours" ? editProduct(row, edits) : editRaw(row, edits);
};

/** A text that grows by a few words an edit, as typing does between two saves, and starts again after ten. */
const typedAfter = (edits: number): string =>
  "Planed the edge and checked it twice. ".repeat((edits % 10) + 1);

async function editProduct(row: Row, edits: number): Promise<number[]> {
  const rows = await openProductRows();
  await writeProductRows(rows.storage, [row]);
  await rows.close();
  const store = await openProduct();
  const editor = await store.records.open(row.id as Id<"log-entry">);
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const took = await timed(async () => {
      editor.change((draft) => draft.type("did", typedAfter(edit)));
      const saved = await editor.flush();
      if (!saved.ok) throw new Error(`An edit was not saved: ${saved.problem.code}`);
    });
    times.push(took);
  }
  await editor.close();
  await store.close();
  return times;
}

/** The same edit of the same document, encoded, read off and put. */
async function editRaw(row: Row, edits: number): Promise<number[]> {
  const database = await openRaw();
  await putRaw(database, [row]);
  const { state } = await getRaw(database, row.id);
  const open = openRecord(kindOf("log-entry"), state, { person: benchPerson, random: Math.random });
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const took = await timed(async () => {
      open.change((draft) => draft.type("did", typedAfter(edit)));
      const after = { ...row, state: open.state(), value: { ...open.value() }, localRev: edit + 1 };
      await putRaw(database, [after]);
    });
    times.push(took);
  }
  open.close();
  database.close();
  return times;
}
