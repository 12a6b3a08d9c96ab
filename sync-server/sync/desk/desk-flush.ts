/** Brings what lies on a desk to the database, in a few statements. */
import { promisify } from "node:util";
import { deflateRaw, deflateRawSync } from "node:zlib";
import type { Scope } from "#model/access.ts";
import type { State } from "#model/record/record.ts";
import type { HistoryRow, LastCommit, ScopeMark, ScopeRow } from "#server/storage/storage.ts";
import { together } from "#server/storage/together.ts";
import type { Work } from "./desk-work.ts";
import { markOf } from "#server/sync/history-mark.ts";

const deflateLater = promisify(deflateRaw);

/** Below this, in bytes, deflating at once costs less than handing it to another thread (17 µs against 130 for 1 KB). */
const atOnceBytes = 65_536;

const deflate = (state: State): Uint8Array | Promise<Uint8Array> =>
  state.length > atOnceBytes
    ? deflateLater(state)
    : deflateRawSync(state, { memLevel: 3, windowBits: 12, chunkSize: 4096 });

/** The commit it makes, after the last one; undefined when nothing changed. Writes take turns, so the positions are known before they are taken. */
export async function flushRecords(work: Work, last?: LastCommit): Promise<LastCommit | undefined> {
  const { t, orders } = work;
  if (orders === 0) return undefined;
  const before = last ?? (await t.scopes.last());
  const first = before.position + 1;
  const position = before.position + orders;
  const records = [...work.dirty].flatMap((id) => work.records.get(id) ?? []);
  const rows = [...work.moves.values()].map(({ order, ...row }): ScopeRow => ({
    ...row,
    position: first + order,
  }));
  const commit = { position, mark: markOf(before, { last: position, at: work.now, rows, records }) };
  const history = await historyOf(work, first);
  if (work.cleared.size > 0) await t.records.clear([...work.cleared]);
  const [reserved] = await together([
    t.scopes.reserve(orders),
    t.records.put(records),
    t.scopes.putRows(rows),
    t.scopes.addToMarks(marksOf(rows, work.digests)),
    t.scopes.addCommit(commit),
    t.history.addClients(work.newClients.filter(({ record }) => !work.erasing.has(record))),
    t.history.add(history),
  ]);
  if (reserved !== first) throw new Error("positions were taken by somebody whose turn it was not");
  await t.records.erase([...work.erasing]);
  return commit;
}

/** How far each scope that anything moved in comes, and what that adds to its digest. */
function marksOf(rows: readonly ScopeRow[], digests: ReadonlyMap<Scope, number>): readonly ScopeMark[] {
  const last = new Map<Scope, number>();
  for (const { scope, position } of rows) last.set(scope, Math.max(position, last.get(scope) ?? 0));
  return [...last].map(([scope, position]) => ({ scope, position, digest: digests.get(scope) ?? 0 }));
}

const historyOf = ({ now, replaced }: Work, first: number): Promise<readonly HistoryRow[]> =>
  Promise.all(
    replaced.map(async ({ record, order, by, previous }) => ({
      record,
      position: first + order,
      at: now,
      by: by.person,
      device: by.device,
      ...(previous && { previous: await deflate(previous) }),
    })),
  );
