/** Which changes also stand in the journal. */
import type { Kysely } from "kysely";
import type { JournalStorage } from "#server/storage/storage.ts";
import type { Tables } from "#server/storage/tables.ts";
import { gather, inParts } from "./in-parts.ts";

/** The journal's ids on a connection. */
export const journalOn = (db: Kysely<Tables>): JournalStorage => ({
  known: async (of) => {
    const rows = await gather(of, (part) =>
      db.selectFrom("journaled").select("id").where("id", "in", part).execute(),
    );
    return new Set(rows.map(({ id }) => id));
  },
  note: async (ids) => {
    for (const part of inParts(ids))
      await db
        .insertInto("journaled")
        .values(part.map((id) => ({ id })))
        .onConflict((c) => c.column("id").doNothing())
        .execute();
  },
});
