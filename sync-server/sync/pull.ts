/**
 * Gives a device what its person may hold and it does not have yet: the scopes they hold now, each
 * from the position the device has reached, in whole pages. What is granted and what stands where is read in
 * one snapshot. Source: RULES A8, S5, S8.
 */
import { heldScopes, type Scope } from "#model/access.ts";
import type { Id, PersonId } from "#model/id.ts";
import { yes, type Outcome } from "#model/outcome.ts";
import { messageAimBytes, pageLimit, type Message } from "#model/wire/protocol.ts";
import type { FeedRow, ScopeMark, Transaction } from "#server/storage/storage.ts";
import { lookAround } from "#server/sync/desk/circle.ts";
import { answerIn } from "./greeting.ts";
import { heldRecord, type Site } from "./site.ts";

type Positions = Message<"pulled">["positions"];

/** How much one page of a pull carries. */
export interface PageSize {
  readonly rows: number;
  /** Bytes of records from which a page ends; one record may exceed them alone. */
  readonly bytes: number;
}

const usualPage: PageSize = { rows: pageLimit, bytes: messageAimBytes };

/** Answers a pull. Problems: those of the header. */
export const pull = (
  site: Site,
  person: PersonId,
  message: Message<"pull">,
  size: PageSize = usualPage,
): Promise<Outcome<Message<"pulled">>> =>
  answerIn(site, "read", message, {
    prepare: (t) => lookAround(t, person),
    answer: async ({ t, epoch, header }, around) => {
      const held = await around.ask(({ circle }) => heldScopes(circle, person, message.opened));
      const page = await readPage(t, { held, reached: message.positions, size });
      return yes({
        ...header(),
        records: (await t.records.byIds(idsToSend(page.rows))).map((record) => heldRecord(site, record)),
        rows: page.rows.map(sentRow),
        positions: page.positions,
        forget: epoch.isRecovering ? [] : forgotten(message.positions, held),
        more: page.more,
      });
    },
  });

const sentRow = ({ scope, record, left, erased }: FeedRow): Message<"pulled">["rows"][number] => ({
  scope,
  id: record,
  ...(erased ? { erased } : left && { left }),
});

const idsToSend = (rows: readonly FeedRow[]): readonly Id[] => [
  ...new Set(rows.filter(({ left }) => !left).map(({ record }) => record)),
];

function forgotten(reached: Message<"pull">["positions"], held: readonly Scope[]): Scope[] {
  const holds = new Set<Scope>(held);
  return (Object.keys(reached) as Scope[]).filter((scope) => !holds.has(scope));
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
