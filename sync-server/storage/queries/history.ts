/** Who wrote where, and what they replaced. */
import type { Kysely } from "kysely";
import type { Id } from "#model/id.ts";
import type { ClientRow, HistoryRow, HistoryStorage } from "#server/storage/storage.ts";
import type { HistoryTable, Tables } from "#server/storage/tables.ts";
import { rowsOf, valuesOf } from "./compiled.ts";
import { gather, inParts } from "./in-parts.ts";

/** History on a connection. */
export const historyOn = (db: Kysely<Tables>): HistoryStorage => ({
  add: async (rows) => {
    for (const part of inParts(rows)) {
      const replaced = part.map(replacedRow);
      await rowsOf(db, {
        name: "add history",
        parameters: valuesOf(replaced, ["record", "position", "at", "by", "device", "previous"]),
        build: () => db.insertInto("history").values(replaced),
      });
    }
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
    gather(records, async (part) => {
      const build = () => db.selectFrom("clients").selectAll().where("record", "in", part);
      return (await rowsOf(db, { name: "clients", parameters: part, build })) as ClientRow[];
    }),
  addClients: async (rows) => {
    for (const part of inParts(rows)) {
      const clients = part.map(({ record, client, device }) => ({ record, client, device }));
      await rowsOf(db, {
        name: "add clients",
        parameters: valuesOf(clients, ["record", "client", "device"]),
        build: () => db.insertInto("clients").values(clients),
      });
    }
  },
});

const replacedRow = ({ record, position, at, by, device, previous }: HistoryRow): HistoryTable => ({
  record,
  position,
  at,
  by,
  device,
  previous: previous ?? null,
});
