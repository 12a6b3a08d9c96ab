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
import { together } from "#server/storage/together.ts";
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
    prepare: (t) => together([lookAround(t, person), marksOfReached(t, message.positions)]),
    answer: async ({ t, epoch, header }, [around, reachedMarks]) => {
      const held = await around.ask(({ circle }) => heldScopes(circle, person, message.opened));
      const page = await readPage(t, {
        held,
        marks: await marksOfHeld(t, held, { reached: message.positions, marks: reachedMarks }),
        reached: message.positions,
        size,
      });
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

type Marks = ReadonlyMap<Scope, ScopeMark>;

/** Scopes that a device names and that are looked up before it is known whether it holds them. Those of a caseload of 400 learners. */
const namedMax = 1000;

/** Where the scopes stand that the device has reached something of: mostly all that it holds. Says nothing to it by itself. */
const marksOfReached = async (t: Transaction, reached: Message<"pull">["positions"]): Promise<Marks> => {
  const named = Object.keys(reached) as Scope[];
  return named.length > namedMax ? new Map() : t.scopes.marks(named);
};

/** Where all held scopes stand. One that never held anything has no mark. */
async function marksOfHeld(
  t: Transaction,
  held: readonly Scope[],
  { reached, marks }: { readonly reached: Message<"pull">["positions"]; readonly marks: Marks },
): Promise<Marks> {
  const isKnown = Object.keys(reached).length <= namedMax;
  const missing = held.filter((scope) => !isKnown || reached[scope] === undefined);
  return missing.length === 0 ? marks : new Map([...marks, ...(await t.scopes.marks(missing))]);
}

/** Scopes whose rows are asked for at once: a ring is mostly about one or two. */
const scopesAtOnce = 4;

/** The next rows, scope by scope, as many as a message carries; at least one when there are any. */
async function readPage(
  t: Transaction,
  {
    held,
    marks,
    reached,
    size,
  }: {
    readonly held: readonly Scope[];
    readonly marks: Marks;
    readonly reached: Positions;
    readonly size: PageSize;
  },
): Promise<Page> {
  const moved = held.filter((scope) => (marks.get(scope)?.position ?? 0) > (reached[scope] ?? -1));
  const page: Page = { rows: [], positions: {}, more: false };
  const sent = { ids: new Set<Id>(), bytes: 0 };
  for (let first = 0; first < moved.length; first += scopesAtOnce) {
    const scopes = moved.slice(first, first + scopesAtOnce);
    const limit = size.rows - page.rows.length;
    const found = await together(
      scopes.map((scope) => unreadRows(t, marks.get(scope), { from: reached[scope] ?? 0, limit })),
    );
    for (const [place, scope] of scopes.entries()) {
      const end = marks.get(scope)?.position ?? 0;
      if (!addRows(page, sent, { scope, end, rows: found[place] ?? [], size }))
        return { ...page, more: true };
    }
  }
  return page;
}

/** Adds what there is of a scope, while there is room; false when the page is full before the scope's end. */
function addRows(
  page: Page,
  sent: { readonly ids: Set<Id>; bytes: number },
  {
    scope,
    end,
    rows,
    size,
  }: {
    readonly scope: Scope;
    readonly end: number;
    readonly rows: readonly FeedRow[];
    readonly size: PageSize;
  },
): boolean {
  if (page.rows.length >= size.rows) return false;
  for (const row of rows) {
    if (page.rows.length >= size.rows) return false;
    sent.bytes += sent.ids.has(row.record) ? 0 : row.sizeBytes;
    if (sent.bytes > size.bytes && page.rows.length > 0) return false;
    sent.ids.add(row.record);
    page.rows.push(row);
    page.positions[scope] = row.position;
  }
  if (end > (page.positions[scope] ?? 0) && page.rows.length >= size.rows) return false;
  page.positions[scope] = end;
  return true;
}

const unreadRows = async (
  t: Transaction,
  mark: ScopeMark | undefined,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly FeedRow[]> => (mark ? t.scopes.rowsAfter(mark.scope, from, limit) : []);
