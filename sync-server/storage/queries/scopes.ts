/** Which record stands in which scope, in the order of changes. */
import type { Kysely } from "kysely";
import type { Scope } from "#model/access.ts";
import type { Hash } from "#model/record/bytes.ts";
import { digestBits } from "#model/record/bytes.ts";
import type { Id } from "#model/id.ts";
import type { FeedRow, ScopeMark, ScopeRow, ScopeStorage } from "#server/storage/storage.ts";
import type { ScopeRowsTable, Tables } from "#server/storage/tables.ts";
import { gather, inParts } from "./in-parts.ts";

/** Scopes on a connection. */
export const scopesOn = (db: Kysely<Tables>): ScopeStorage => ({
  marks: async (scopes) => {
    const rows = await gather(scopes, (part) =>
      db.selectFrom("scopes").selectAll().where("scope", "in", part).execute(),
    );
    return new Map(rows.map((row) => [row.scope as Scope, row as ScopeMark]));
  },
  putMarks: (marks) => putMarks(db, marks),
  addToMarks: (marks) => addToMarks(db, marks),
  rowsAfter: (scope, position, limit) => rowsAfter(db, { scope, position, limit }),
  rowsOf: (records) =>
    gather(records, async (part) =>
      (await db.selectFrom("scope_rows").selectAll().where("record", "in", part).execute()).map(rowOf),
    ),
  held: async (scope) => {
    const rows = await standingIn(db, [scope])
      .innerJoin("records", "records.id", "scope_rows.record")
      .select("records.hash")
      .execute();
    return rows.map(({ record, hash }) => ({ id: record as Id, hash: hash as Hash }));
  },
  standing: async (records, scopes) => {
    const found = await gather(records, (part) =>
      gather(scopes, (some) => standingIn(db, some).where("record", "in", part).execute()),
    );
    return new Set(found.map(({ record }) => record as Id));
  },
  putRows: (rows) => putRows(db, rows),
  reserve: async (count) => {
    const reserved = db
      .insertInto("positions")
      .values({ name: "last", value: count })
      .onConflict((c) => c.column("name").doUpdateSet((e) => ({ value: e("positions.value", "+", count) })))
      .returning("value");
    return (await reserved.executeTakeFirstOrThrow()).value - count + 1;
  },
  highest: async () =>
    (await db.selectFrom("positions").select("value").where("name", "=", "last").executeTakeFirst())?.value ??
    0,
  last: async () => {
    const last = await db
      .selectFrom("positions")
      .leftJoin("commits", "commits.position", "positions.value")
      .select(["value", "mark"])
      .where("name", "=", "last")
      .executeTakeFirst();
    return { position: last?.value ?? 0, ...(typeof last?.mark === "string" && { mark: last.mark }) };
  },
  markAt: async (position) =>
    (await db.selectFrom("commits").select("mark").where("position", "=", position).executeTakeFirst())?.mark,
  commitsAfter: async (position) =>
    (await db.selectFrom("commits").select("position").where("position", ">", position).execute()).map(
      (row) => row.position,
    ),
  addCommit: async ({ position, mark }) => {
    await db.insertInto("commits").values({ position, mark }).execute();
  },
});

/** How a row lies there: it stands, it left, or it left because it was erased. */
const places = { stands: 0, left: 1, erased: 2 } as const;

const standingIn = (db: Kysely<Tables>, scopes: readonly Scope[]) =>
  db
    .selectFrom("scope_rows")
    .select("scope_rows.record")
    .where("scope", "in", scopes)
    .where("has_left", "=", 0);

const rowOf = ({ scope, record, position, has_left }: ScopeRowsTable): ScopeRow => ({
  scope: scope as Scope,
  record: record as Id,
  position,
  left: has_left !== places.stands,
  ...(has_left === places.erased && { erased: true }),
});

async function rowsAfter(
  db: Kysely<Tables>,
  { scope, position, limit }: { readonly scope: Scope; readonly position: number; readonly limit: number },
): Promise<FeedRow[]> {
  const rows = await db
    .selectFrom("scope_rows")
    .leftJoin("records", "records.id", "scope_rows.record")
    .select(["scope", "record", "position", "has_left", "size_bytes"])
    .where("scope", "=", scope)
    .where("position", ">", position)
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...rowOf(row),
    sizeBytes: row.has_left === places.stands ? (row.size_bytes ?? 0) : 0,
  }));
}

async function putMarks(db: Kysely<Tables>, marks: readonly ScopeMark[]): Promise<void> {
  for (const part of inParts(marks))
    await db
      .insertInto("scopes")
      .values(part.map(({ scope, position, digest }) => ({ scope, position, digest })))
      .onConflict((c) =>
        c
          .column("scope")
          .doUpdateSet((e) => ({ position: e.ref("excluded.position"), digest: e.ref("excluded.digest") })),
      )
      .execute();
}

async function addToMarks(db: Kysely<Tables>, marks: readonly ScopeMark[]): Promise<void> {
  for (const part of inParts(marks))
    await db
      .insertInto("scopes")
      .values(part.map(({ scope, position, digest }) => ({ scope, position, digest })))
      .onConflict((c) =>
        c.column("scope").doUpdateSet((e) => ({
          position: e.ref("excluded.position"),
          digest: e(e.parens("scopes.digest", "+", e.ref("excluded.digest")), "%", e.lit(digestBits)),
        })),
      )
      .execute();
}

async function putRows(db: Kysely<Tables>, rows: readonly ScopeRow[]): Promise<void> {
  for (const part of inParts(rows))
    await db
      .insertInto("scope_rows")
      .values(
        part.map(({ scope, record, position, left, erased }) => ({
          scope,
          record,
          position,
          has_left: erased ? places.erased : left ? places.left : places.stands,
        })),
      )
      .onConflict((c) =>
        c.columns(["scope", "record"]).doUpdateSet((e) => ({
          position: e.ref("excluded.position"),
          has_left: e.ref("excluded.has_left"),
        })),
      )
      .execute();
}
