/**
 * Gives a device what its person may hold and it does not have yet: the scopes they hold now, each
 * from the position the device has reached, in whole pages. What is granted and what stands where is read in
 * one snapshot. Source: RULES A8, S5, S8.
 */
import { heldScopes, type Scope } from "#model/access.ts";
import type { Id, PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { messageAimBytes, pageLimit, type Message } from "#model/wire/protocol.ts";
import type { FeedRow, ScopeMark, Transaction } from "#server/storage/storage.ts";
import { openCircle } from "./circle.ts";
import { epochOf, renewEpochIn, type Epoch } from "./epoch.ts";
import { answerHeader, greet, heldRecord, type Site } from "./site.ts";

type Positions = Message<"pulled">["positions"];

/** How much one page of a pull carries. */
export interface PageSize {
  readonly rows: number;
  /** Bytes of records from which a page ends; one record may exceed them alone. */
  readonly bytes: number;
}

const usualPage: PageSize = { rows: pageLimit, bytes: messageAimBytes };

/** Answers a pull. Problems: those of the header. */
export async function pull(
  site: Site,
  person: PersonId,
  message: Message<"pull">,
  size: PageSize = usualPage,
): Promise<Outcome<Message<"pulled">>> {
  const answer = await site.storage.read((t) => pullIn(site, t, { person, message, size }));
  return answer === "server-was-rolled-back" ? noticeRollback(site) : answer;
}

async function pullIn(
  site: Site,
  t: Transaction,
  {
    person,
    message,
    size,
  }: { readonly person: PersonId; readonly message: Message<"pull">; readonly size: PageSize },
): Promise<Outcome<Message<"pulled">> | "server-was-rolled-back"> {
  const epoch = await greet(site, t, message);
  if (!epoch.ok) return epoch;
  const highest = await t.scopes.highest();
  if (isBeyond(site, { epoch: epoch.value, seen: message.highest, highest })) return "server-was-rolled-back";
  const held = await openCircle(t).ask(({ circle }) => heldScopes(circle, person, message.opened));
  const page = await readPage(t, { held, reached: message.positions, size });
  return yes({
    ...answerHeader(site, epoch.value),
    records: (await t.records.byIds(idsToSend(page.rows))).map((record) => heldRecord(site, record)),
    rows: page.rows.map(({ scope, record, left }) => ({ scope, id: record, ...(left && { left }) })),
    positions: page.positions,
    forget: epoch.value.isRecovering ? [] : forgotten(message.positions, held),
    highest: { position: highest, proof: site.signet.proof(epoch.value.name, highest) },
    more: page.more,
  });
}

const idsToSend = (rows: readonly FeedRow[]): readonly Id[] => [
  ...new Set(rows.filter(({ left }) => !left).map(({ record }) => record)),
];

function forgotten(reached: Message<"pull">["positions"], held: readonly Scope[]): Scope[] {
  const holds = new Set<Scope>(held);
  return (Object.keys(reached) as Scope[]).filter((scope) => !holds.has(scope));
}

/** True for a true proof of a position this server has not reached: it was set back to an older copy. Source: RULES P6. */
function isBeyond(
  { signet }: Site,
  {
    epoch,
    seen,
    highest,
  }: { readonly epoch: Epoch; readonly seen: Message<"pull">["highest"]; readonly highest: number },
): boolean {
  if (!seen || seen.position <= highest) return false;
  return signet.isProof(seen.proof, { epoch: epoch.name, position: seen.position });
}

async function noticeRollback(site: Site): Promise<Outcome<never>> {
  site.log.error(
    "a device has seen more than this server holds: it was set back to an older copy, and begins a new epoch",
  );
  const epoch = await site.storage.write(async (t) => {
    await renewEpochIn(t, site.surroundings);
    return epochOf(t, site.surroundings.clock());
  });
  return no("epoch-changed", epoch.name);
}

interface Page {
  readonly rows: FeedRow[];
  readonly positions: Positions;
  readonly more: boolean;
}

/** The next rows, scope by scope, as many as a message carries; at least one when there are any. */
async function readPage(
  t: Transaction,
  {
    held,
    reached,
    size,
  }: { readonly held: readonly Scope[]; readonly reached: Positions; readonly size: PageSize },
): Promise<Page> {
  const marks = await t.scopes.marks(held);
  const rows: FeedRow[] = [];
  const positions: Positions = {};
  const sent = new Set<Id>();
  let bytes = 0;
  for (const scope of held) {
    const end = marks.get(scope)?.position ?? 0;
    const from = reached[scope];
    if (from !== undefined && from >= end) continue;
    if (rows.length >= size.rows) return { rows, positions, more: true };
    for (const row of await unreadRows(t, marks.get(scope), {
      from: from ?? 0,
      limit: size.rows - rows.length,
    })) {
      bytes += sent.has(row.record) ? 0 : row.sizeBytes;
      if (bytes > size.bytes && rows.length > 0) return { rows, positions, more: true };
      sent.add(row.record);
      rows.push(row);
      positions[scope] = row.position;
    }
    if (end > (positions[scope] ?? 0) && rows.length >= size.rows) return { rows, positions, more: true };
    positions[scope] = end;
  }
  return { rows, positions, more: false };
}

const unreadRows = async (
  t: Transaction,
  mark: ScopeMark | undefined,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly FeedRow[]> => (mark ? t.scopes.rowsAfter(mark.scope, from, limit) : []);
