/** Which record stands in which scope, in the order of changes. */
import type { Kysely } from "kysely";
import type { Scope } from "#model/access.ts";
import type { Hash } from "#model/record/bytes.ts";
import { digestBits } from "#model/record/bytes.ts";
import type { Id } from "#model/id.ts";
import type { FeedRow, ScopeMark, ScopeRow, ScopeStorage } from "#server/storage/storage.ts";
import type { ScopeRowsTable, Tables } from "#server/storage/tables.ts";
import { commitsOn } from "./commits.ts";
import { rowsOf, valuesOf } from "./compiled.ts";
import { gather, inParts } from "./in-parts.ts";

/** Scopes on a connection. */
export const scopesOn = (db: Kysely<Tables>): ScopeStorage => ({
  marks: async (scopes) => {
    const rows = await gather(scopes, (part) => {
      const build = () => db.selectFrom("scopes").selectAll().where("scope", "in", part);
      return rowsOf(db, { name: "marks", parameters: part, build });
    });
    return new Map(rows.map((row) => [row.scope as Scope, row as ScopeMark]));
  },
  putMarks: (marks) => putMarks(db, marks),
  addToMarks: (marks) => addToMarks(db, marks),
  rowsAfter: (scope, position, limit) => rowsAfter(db, { scope, position, limit }),
  rowsOf: (records) =>
    gather(records, async (part) => {
      const build = () => db.selectFrom("scope_rows").selectAll().where("record", "in", part);
      return (await rowsOf(db, { name: "places", parameters: part, build })).map(rowOf);
    }),
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
  ...commitsOn(db),
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
  const build = () =>
    db
      .selectFrom("scope_rows")
      .leftJoin("records", "records.id", "scope_rows.record")
      .select(["scope", "record", "position", "has_left", "size_bytes"])
      .where("scope", "=", scope)
      .where("position", ">", position)
      .orderBy("position")
      .limit(limit);
  const rows = await rowsOf(db, { name: "rows after", parameters: [scope, position, limit], build });
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
  for (const part of inParts(marks)) {
    const rows = part.map(({ scope, position, digest }) => ({ scope, position, digest }));
    const build = () =>
      db
        .insertInto("scopes")
        .values(rows)
        .onConflict((c) =>
          c.column("scope").doUpdateSet((e) => ({
            position: e.ref("excluded.position"),
            digest: e(e.parens("scopes.digest", "+", e.ref("excluded.digest")), "%", e.lit(digestBits)),
          })),
        );
    const parameters = valuesOf(rows, ["scope", "position", "digest"]);
    await rowsOf(db, { name: "add to marks", parameters, build });
  }
}

async function putRows(db: Kysely<Tables>, rows: readonly ScopeRow[]): Promise<void> {
  for (const part of inParts(rows)) {
    const moved = part.map(movedRow);
    const build = () =>
      db
        .insertInto("scope_rows")
        .values(moved)
        .onConflict((c) =>
          c.columns(["scope", "record"]).doUpdateSet((e) => ({
            position: e.ref("excluded.position"),
            has_left: e.ref("excluded.has_left"),
          })),
        );
    const parameters = valuesOf(moved, ["scope", "record", "position", "has_left"]);
    await rowsOf(db, { name: "put rows", parameters, build });
  }
}

const movedRow = ({ scope, record, position, left, erased }: ScopeRow): ScopeRowsTable => ({
  scope,
  record,
  position,
  has_left: erased ? places.erased : left ? places.left : places.stands,
});
