/** Records. */
import type { Kysely } from "kysely";
import type { Hash } from "#model/record/bytes.ts";
import type { Id, KindName, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { Summary } from "#model/record/kind.ts";
import type { KeptRecord, RecordStorage, SummaryRow } from "#server/storage/storage.ts";
import type { RecordsTable, Tables } from "#server/storage/tables.ts";
import { rowsOf, valuesOf } from "./compiled.ts";
import { gather, inParts } from "./in-parts.ts";

const facts = [
  "id",
  "kind",
  "learner",
  "org",
  "created_by",
  "created_at",
  "arrived_at",
  "number",
  "summary",
] as const;

const columns = [...facts, "about", "hash", "size_bytes", "state"] as const;

/** Records on a connection. */
export const recordsOn = (db: Kysely<Tables>): RecordStorage => ({
  byIds: (ids) =>
    gather(ids, async (part) => {
      const build = () => db.selectFrom("records").selectAll().where("id", "in", part);
      return (await rowsOf(db, { name: "records", parameters: part, build })).map(recordOf);
    }),
  idsAbout: async (about) =>
    (await db.selectFrom("records").select("id").where("about", "=", about).orderBy("id").execute()).map(
      ({ id }) => id as Id,
    ),
  hashes: async (of) => {
    const rows = await gather(of, (part) => {
      const build = () => db.selectFrom("records").select(["id", "hash"]).where("id", "in", part);
      return rowsOf(db, { name: "hashes", parameters: part, build });
    });
    return new Map(rows.map(({ id, hash }) => [id as Id, hash as Hash]));
  },
  summariesOfLearners: (learners, kinds) =>
    gather(learners, async (part) => {
      const rows = db
        .selectFrom("records")
        .select(facts)
        .where("learner", "in", part)
        .where("kind", "in", kinds);
      return (await rows.orderBy("id").execute()).map(summaryOf);
    }),
  summaries: async (ids) => {
    const rows = await gather(ids, (part) =>
      db.selectFrom("records").select(facts).where("id", "in", part).execute(),
    );
    return new Map(rows.map((row) => [row.id as Id, summaryOf(row)]));
  },
  count: async (kind) => {
    const found = await db
      .selectFrom("records")
      .select((e) => e.fn.countAll().as("count"))
      .where("kind", "=", kind)
      .executeTakeFirst();
    return Number(found?.count ?? 0);
  },
  put: (records) => put(db, records),
  erase: (ids) => erase(db, ids),
  clear: async (ids) => {
    for (const part of inParts(ids)) {
      await empty(db, part);
      await db.deleteFrom("erased").where("record", "in", part).execute();
    }
  },
  erased: async (of) => {
    const rows = await gather(of, (part) => {
      const build = () => db.selectFrom("erased").select("record").where("record", "in", part);
      return rowsOf(db, { name: "erased", parameters: part, build });
    });
    return new Set(rows.map(({ record }) => record as Id));
  },
});

/** Who changed it and when stays in the history; what stood there does not. */
async function erase(db: Kysely<Tables>, ids: readonly Id[]): Promise<void> {
  for (const part of inParts(ids)) {
    await db
      .insertInto("erased")
      .values(part.map((record) => ({ record })))
      .onConflict((c) => c.column("record").doNothing())
      .execute();
    await empty(db, part);
    await db.deleteFrom("tray").where("id", "in", part).execute();
  }
}

async function empty(db: Kysely<Tables>, ids: readonly Id[]): Promise<void> {
  await db.deleteFrom("records").where("id", "in", ids).execute();
  await db.updateTable("history").set({ previous: null }).where("record", "in", ids).execute();
  await db.deleteFrom("clients").where("record", "in", ids).execute();
}

/** The envelope never changes, so only the rest is replaced. */
async function put(db: Kysely<Tables>, records: readonly KeptRecord[]): Promise<void> {
  for (const part of inParts(records)) {
    const rows = part.map(rowOf);
    const build = () =>
      db
        .insertInto("records")
        .values(rows)
        .onConflict((c) =>
          c.column("id").doUpdateSet((e) => ({
            about: e.ref("excluded.about"),
            hash: e.ref("excluded.hash"),
            summary: e.ref("excluded.summary"),
            size_bytes: e.ref("excluded.size_bytes"),
            state: e.ref("excluded.state"),
          })),
        );
    await rowsOf(db, { name: "put records", parameters: valuesOf(rows, columns), build });
  }
}

const rowOf = ({
  id,
  kind,
  learner,
  org,
  stamps,
  state,
  hash,
  about,
  summary,
}: KeptRecord): RecordsTable => ({
  id,
  kind,
  learner: learner ?? null,
  org: org ?? null,
  created_by: stamps.createdBy,
  created_at: stamps.createdAt,
  arrived_at: stamps.arrivedAt,
  number: stamps.number ?? null,
  summary: summary ? JSON.stringify(summary) : null,
  about: about ?? null,
  hash,
  size_bytes: state.length,
  state,
});

const summaryOf = (row: Pick<RecordsTable, (typeof facts)[number]>): SummaryRow => ({
  id: row.id as Id,
  kind: row.kind as KindName,
  ...(row.learner !== null && { learner: row.learner as LearnerId }),
  ...(row.org !== null && { org: row.org as OrganisationId }),
  stamps: {
    createdBy: row.created_by as PersonId,
    createdAt: row.created_at,
    arrivedAt: row.arrived_at,
    ...(row.number !== null && { number: row.number }),
  },
  ...(row.summary !== null && { summary: JSON.parse(row.summary) as Summary }),
});

const recordOf = (row: RecordsTable): KeptRecord => ({
  ...summaryOf(row),
  ...(row.about !== null && { about: row.about as Id }),
  state: row.state,
  hash: row.hash as Hash,
});
