/**
 * What becomes of a record the server refused: its words go to the refused tray, where the person
 * sees them with the reason, and the live record goes back to what the server has. In this order,
 * so that at no moment they are in neither place.
 */
import type { Scope } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import { emptyState } from "#model/record/record.ts";
import type { PushedRecord } from "#model/wire/protocol.ts";
import type { RowStorage } from "#store/ports.ts";
import { putAside } from "./put-aside.ts";
import type { Ground } from "./replicating.ts";
import { erased, reset, settled } from "./row-rules.ts";
import { isUnsent } from "./row.ts";
import type { Row } from "./row.ts";

/** How often a record is looked at again because its person goes on typing. */
const patience = 5;

/** Sets a refused record aside; false when it changed so fast that it waits for the next round. */
export async function refuse(ground: Ground, { envelope }: PushedRecord, problem: Problem): Promise<boolean> {
  const { id } = envelope;
  if (problem.code === "erased") {
    await destroy(ground, id);
    return true;
  }
  for (let tries = 0; tries < patience; tries += 1) {
    const row = (await ground.storage.read([id])).get(id);
    if (!row || !isUnsent(row)) return true;
    await putAside(ground, { id, envelope: row.envelope, state: row.state, problem });
    if (row.envelope.kind === "erasure") await standAgain(ground, row.value["record"] as Id);
    const taken = await takeBack(ground, row);
    // Erased in another tab meanwhile: nobody put it aside to be read.
    if (taken === "erased") await ground.storage.dropRefused(id);
    if (taken) return true;
  }
  return false;
}

/**
 * Drops every copy of a record that the server erased, in these scopes. What was erased here leaves its bare row, also where
 * the disk failed before that was written: an editor still open over the words finds it in its way. Source: RULES A19.
 */
export async function destroy({ storage }: Ground, id: Id, scopes: readonly Scope[] = []): Promise<void> {
  const held = (await storage.read([id])).get(id);
  const isErasedHere = held !== undefined && !held.erased && (await waitsToErase(storage, id));
  await storage.rewrite([id], (row) => {
    if (!row || (!row.erased && !isErasedHere)) return "drop";
    const after = settled(row.erased ? row : erased(row, emptyState), scopes);
    return after === row ? "leave" : after;
  });
  await storage.dropRefused(id);
}

/** More than ever waits on a device. */
const everything = 100_000;

/** Whether word that this record is erased waits here to be sent, or for its answer. */
const waitsToErase = async (storage: RowStorage, id: Id): Promise<boolean> =>
  (await storage.unsent(everything)).some(
    ({ envelope, value }) => envelope.kind === "erasure" && value["record"] === id,
  );

/** Lets go of what is left of a record that the server would not erase, so that it comes back whole. */
const standAgain = ({ storage }: Ground, id: Id): Promise<void> =>
  storage.rewrite([id], (row) => (row?.erased ? "drop" : "leave"));

/** Resets the live record, unless it changed since `seen`; true when it was reset, or is erased by now. */
async function takeBack({ storage }: Ground, seen: Row): Promise<boolean | "erased"> {
  let taken: boolean | "erased" = false;
  await storage.rewrite([seen.id], (row) => {
    taken = row?.erased ? "erased" : !row || row.localRev === seen.localRev;
    if (!row || taken !== true) return "leave";
    return reset(row) ?? "drop";
  });
  return taken;
}
