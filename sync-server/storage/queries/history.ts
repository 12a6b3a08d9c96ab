/** Who wrote where, and what they replaced. */
import type { Kysely } from "kysely";
import type { Id } from "#model/id.ts";
import type { ClientRow, HistoryStorage } from "#server/storage/storage.ts";
import type { Tables } from "#server/storage/tables.ts";
import { gather, inParts } from "./in-parts.ts";

/** History on a connection. */
export const historyOn = (db: Kysely<Tables>): HistoryStorage => ({
  add: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("history")
        .values(part.map((row) => ({ ...row, previous: row.previous ?? null })))
        .execute();
  },
  of: async (record) => {
    const rows = await db
      .selectFrom("history")
      .selectAll()
      .where("record", "=", record)
      .orderBy("position")
      .execute();
    return rows.map(({ previous, ...row }) => ({
      ...row,
      record: row.record as Id,
      ...(previous && { previous }),
    }));
  },
  clients: (records) =>
    gather(
      records,
      async (part) =>
        (await db.selectFrom("clients").selectAll().where("record", "in", part).execute()) as ClientRow[],
    ),
  addClients: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("clients")
        .values([...part])
        .execute();
  },
});
