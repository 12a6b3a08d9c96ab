/**
 * What a device does when the server was restored from a backup: it offers everything it holds the
 * server's word for, gives back what is wanted, whoever wrote it, and only then takes on the new
 * epoch and reads from the start. Until then nothing is forgotten. It can stop anywhere and begin again.
 */
import type { Scope } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { protocolVersion } from "#model/wire/protocol.ts";
import type { HeldRecord, Highest } from "#model/wire/protocol.ts";
import type { Marks } from "#store/ports.ts";
import { destroy } from "./refuse.ts";
import { askWithin, isLater, messagesOf } from "./replicating.ts";
import type { Ground } from "./replicating.ts";
import { receipted } from "./row-rules.ts";
import type { Row } from "./row.ts";

/** Notes that the server has a new epoch; from here on nothing counts as sent until it is agreed anew. */
export const noteEpoch = ({ storage }: Ground, epoch: string): Promise<void> =>
  storage.changeMarks(({ allSentAt: _agreed, ...marks }) => ({ ...marks, recoveringTo: epoch }));

/** Gives the server back what it lost. Problems: what the server said; `epoch-changed` when it was restored again. */
export async function recover(ground: Ground, epoch: string): Promise<Outcome<true>> {
  const unknown = new Set<Id>();
  let proven: Highest | undefined;
  for await (const page of ground.storage.pages()) {
    const given = await giveBack(ground, { epoch, rows: page });
    if (!given.ok) return given;
    for (const id of given.value.refused) unknown.add(id);
    const { highest } = given.value;
    if (highest && isLater(highest, proven)) proven = highest;
  }
  await sendAgain(ground, unknown);
  await ground.storage.changeMarks((now) =>
    now.recoveringTo === epoch ? startingOver(now, epoch, proven) : now,
  );
  return yes(true);
}

/** Positions go back to the start but stay named, so that the server still says which to forget. */
function startingOver(marks: Marks, epoch: string, proven: Highest | undefined): Marks {
  const { recoveringTo: _done, highest: _before, ...rest } = marks;
  const scopes = Object.keys(marks.positions) as Scope[];
  return {
    ...rest,
    epoch,
    positions: Object.fromEntries(scopes.map((scope) => [scope, 0])),
    ...(proven ? { highest: proven } : {}),
  };
}

/** What came of giving back. */
interface Given {
  /** Ids the server would not take back. */
  readonly refused: readonly Id[];
  /** The server's word for how far it had come when it had everything. */
  readonly highest?: Highest;
}

/** Offers rows, gives back those wanted, and destroys what the server says was erased. */
export async function giveBack(
  ground: Ground,
  { epoch, rows }: { readonly epoch: string; readonly rows: readonly Row[] },
): Promise<Outcome<Given>> {
  const heldById = new Map<Id, HeldRecord>();
  for (const row of rows) {
    const held = receipted(row);
    if (held) heldById.set(row.id, held);
  }
  if (heldById.size === 0) return yes({ refused: [] });
  const header = { protocol: protocolVersion, epoch };
  const held = [...heldById.values()].map(({ envelope, hash }) => ({ id: envelope.id, hash }));
  const wanted = await askWithin(ground, "offer", { ...header, held });
  if (!wanted.ok) return wanted;
  for (const id of wanted.value.erased ?? []) await destroy(ground, id);
  const refused: Id[] = [];
  let { highest } = wanted.value;
  for (const records of messagesOf(wanted.value.ids.flatMap((id) => heldById.get(id) ?? []))) {
    const answer = await askWithin(ground, "recover", { ...header, records });
    if (!answer.ok) return answer;
    for (const { id, refused: problem } of answer.value.answers) {
      if (problem?.code === "erased") await destroy(ground, id);
      else if (problem) refused.push(id);
    }
    ({ highest = highest } = answer.value);
  }
  return yes({ refused, ...(highest ? { highest } : {}) });
}

/**
 * Marks as unsent what this device wrote and the server may have lost: what goes beyond the bytes
 * its receipts speak of. What it took back whole is known there and need not be sent.
 */
async function sendAgain({ storage }: Ground, unknown: ReadonlySet<Id>): Promise<void> {
  for await (const page of storage.pages()) {
    const written = page.filter((row) => row.localRev > 0 && row.ackedRev > 0).map(({ id }) => id);
    await storage.rewrite(written, (row, id) => {
      const isKnown = row && row.receipt !== undefined && row.base === undefined && !unknown.has(id);
      return !row || isKnown || row.erased ? "leave" : { ...row, ackedRev: 0 };
    });
  }
}
