/**
 * What becomes of a record the server refused: its words go to the refused tray, where the person
 * sees them with the reason, and the live record goes back to what the server has. In this order,
 * so that at no moment they are in neither place.
 */
import type { Id } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import type { PushedRecord } from "#model/wire/protocol.ts";
import { putAside } from "./put-aside.ts";
import type { Ground } from "./replicating.ts";
import { reset } from "./row-rules.ts";
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
    if (await takeBack(ground, row)) return true;
  }
  return false;
}

/** Drops every copy of a record that was erased. */
export async function destroy({ storage }: Ground, id: Id): Promise<void> {
  await storage.rewrite([id], () => "drop");
  await storage.dropRefused(id);
}

/** Lets go of what is left of a record that the server would not erase, so that it comes back whole. */
const standAgain = ({ storage }: Ground, id: Id): Promise<void> =>
  storage.rewrite([id], (row) => (row?.erased ? "drop" : "leave"));

/** Resets the live record, unless it changed since `seen`; true when it was reset. */
async function takeBack({ storage }: Ground, seen: Row): Promise<boolean> {
  let isReset = false;
  await storage.rewrite([seen.id], (row) => {
    isReset = !row || row.localRev === seen.localRev;
    if (!row || !isReset) return "leave";
    return reset(row) ?? "drop";
  });
  return isReset;
}
